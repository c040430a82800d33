-- Which tasks belong to which phase of a spec.
local sandbox = ...
local host = sandbox.host
local text = host.text

local phases = {}

-- The entries of a phase's list of tasks. A table has them in one cell: "Train support, Remove the
-- old code", parted by line breaks, by ";", or by commas before a capital letter.
local function entries(phase)
  local list = phase.tasks or {}
  if #list ~= 1 then return list end
  local cell = list[1]
  if cell:find("\n") then return text.lines(cell) end
  if cell:find(";") then return text.split(cell, ";") end
  return text.split((cell:gsub(",%s+(%u)", "\0%1")), "\0")
end

-- A phase with what its tasks are told by.
local function described(phase)
  local group = { phase = phase, name = text.slug(phase.name or ""), tasks = {}, texts = {} }
  group.entries, group.slugs = entries(phase), {}
  for _, entry in ipairs(group.entries) do group.slugs[text.slug(entry)] = true end
  return group
end

-- By the name that the task gives, else by the list that the phase gives, else by standing in one
-- section.
local function group_of(task, groups)
  local name, slug = text.slug(task.phase or ""), text.slug(task.text or "")
  local tests = {
    function(group) return name ~= "" and group.name == name end,
    function(group) return group.slugs[slug] end,
    function(group) return task.section ~= nil and group.phase.section == task.section end,
  }
  for _, test in ipairs(tests) do
    for _, group in ipairs(groups) do
      if test(group) then return group end
    end
  end
end

-- The entries that no task item stands for and that somebody wrote.
local function add_texts(group, state)
  local seen = {}
  for _, task in ipairs(group.tasks) do seen[text.slug(task.text or "")] = true end
  for _, entry in ipairs(group.entries) do
    local written = host.written(state, entry)
    if written and not seen[text.slug(written)] then
      seen[text.slug(written)] = true
      group.texts[#group.texts + 1] = written
    end
  end
end

--- The phases of a state in document order as `{ phase, tasks, texts }`, then the tasks that belong to
--- none; `texts` are entries of a phase's own list that no task item stands for. Placeholders of both
--- are left out.
function phases.of(state)
  local groups, loose = {}, {}
  for _, phase in ipairs(host.items(state, "phase")) do
    if not phase.placeholder then groups[#groups + 1] = described(phase) end
  end
  for _, task in ipairs(host.items(state, "task")) do
    local group = not task.placeholder and group_of(task, groups)
    local into = group and group.tasks or loose
    if not task.placeholder then into[#into + 1] = task end
  end
  for _, group in ipairs(groups) do add_texts(group, state) end
  return groups, loose
end

return phases
