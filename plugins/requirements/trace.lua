-- Which tests, phases and risks a requirement is told by.
local mentions = require "mentions"

local trace = {}

-- A quality or a test has no field for its id, so that its column is one that nobody knows.
local function said_id(item)
  return item:says "id" or item.extra.ID and item:says "ID"
end

local function own_id(item)
  local id = said_id(item)
  return id and text.lower(id)
end

-- What an item is called: its id, else the text that names it.
local function name_of(item)
  return said_id(item) or text.cut(text.collapse(item.title or ""), 60)
end

-- "Phase 2: Features (Week 3)" → "phase 2", by which others call it.
local function phase_id(phase)
  local name = text.lower(text.collapse(phase.name or ""))
  return name:match "^%a+ %d+%f[%W]" or name:match "^%d+$" and "phase " .. name
end

-- spec → id → its requirement; id → the only one of all specs, false where there are several.
local function index(workspace)
  local own, shared = {}, {}
  for _, spec in ipairs(workspace.specs) do
    own[spec] = {}
    for _, kind in ipairs { "requirement", "quality" } do
      for _, item in ipairs(spec:items(kind)) do
        local id = own_id(item)
        if id then
          if shared[id] == nil then shared[id] = item else shared[id] = false end
          own[spec][id] = own[spec][id] or item
        end
      end
    end
  end
  return own, shared
end

local function add(list, name)
  for _, known in ipairs(list) do
    if known == name then return end
  end
  list[#list + 1] = name
end

-- The phase that a task stands below, by the tickets of the workspace.
local function phases_of_tasks(workspace)
  local phases = {}
  for _, ticket in ipairs(workspace:tickets()) do
    if ticket.parent then phases[ticket.item] = ticket.parent.item end
  end
  return phases
end

--- item → { tests, phases, risks }, lists of names: those that name the requirement by its id, and those
--- that the requirement names.
function trace.all(workspace)
  local own, shared = index(workspace)
  local links = {}
  local function of(item)
    links[item] = links[item] or { tests = {}, phases = {}, risks = {} }
    return links[item]
  end
  local function note(column, item, named_by)
    for id in pairs(mentions.of(named_by or item)) do
      local requirement = own[item.spec][id]
      if requirement == nil then requirement = shared[id] end
      if requirement then add(of(requirement)[column], name_of(item)) end
    end
  end
  local phase_of = phases_of_tasks(workspace)
  for _, spec in ipairs(workspace.specs) do
    for _, item in ipairs(spec:items "test-case") do note("tests", item) end
    for _, item in ipairs(spec:items "test") do note("tests", item) end
    for _, item in ipairs(spec:items "phase") do note("phases", item) end
    for _, item in ipairs(spec:items "task") do
      if phase_of[item] then note("phases", phase_of[item], item) end
    end
    for _, item in ipairs(spec:items "risk") do note("risks", item) end
    for _, kind in ipairs { "requirement", "quality" } do
      for _, requirement in ipairs(spec:items(kind)) do
        local named, found = mentions.of(requirement), of(requirement)
        for _, other in ipairs { { "phases", "phase" }, { "risks", "risk" }, { "tests", "test-case" } } do
          for _, item in ipairs(spec:items(other[2])) do
            local id = other[2] == "phase" and phase_id(item) or own_id(item)
            if id and named[id] then add(found[other[1]], name_of(item)) end
          end
        end
      end
    end
  end
  return links
end

return trace
