-- Items of the specs as issues, parents before their children.
local descriptions = require "descriptions"
local filled = require "filled"
local phases = require "phases"

local issues = {}

local LONGEST_SUMMARY = 255

-- Jira's names for the levels.
local PRIORITIES = { critical = "Highest", ["very-high"] = "Highest", high = "High",
  medium = "Medium", low = "Low", ["very-low"] = "Lowest", p0 = "Highest", p1 = "High",
  p2 = "Medium", p3 = "Low", p4 = "Lowest" }

local function priority(item)
  local raw = text.collapse(item.raw.priority or "")
  return PRIORITIES[text.lower(raw)] or PRIORITIES[item.priority] or raw
end

-- Jira's importer knows people by their e-mail addresses.
local function assignee(item)
  return (item.owner or ""):match("[%w.+_-]+@[%w-]+%.[%w.-]*%w") or ""
end

-- "FR-1" in a project FR would link to that project's issue.
local function shown_id(id, project)
  local prefix = id:match("^(%a[%w_]*)%-%d+$")
  local collides = prefix and project ~= "" and prefix:upper() == project:upper()
  return collides and "SPEC_" .. id or id
end

local function summary(s)
  local line = text.collapse(s)
  return text.cut(line ~= "" and line or "(no text)", LONGEST_SUMMARY)
end

local function versions(spec)
  local release = filled.text(spec, spec.target_release)
  return release ~= "" and { release } or {}
end

local function new(item, kind, fields)
  fields.type = kind
  fields.uid = fields.uid or item.spec.path .. "#" .. item.key
  fields.priority = fields.priority or ""
  fields.assignee = fields.assignee or ""
  fields.versions = versions(item.spec)
  fields.summary = summary(fields.summary)
  return fields
end

local function phase_name(phase)
  local name, scope = text.collapse(phase.name or ""), text.collapse(phase.scope or "")
  if name:find("^%d+$") then name = "Phase " .. name end
  if scope ~= "" then name = name ~= "" and name .. ": " .. scope or scope end
  return name
end

local function epic(phase)
  local title = filled.text(phase.spec, phase.spec.title)
  local name = phase_name(phase)
  return new(phase, "Epic", {
    summary = title ~= "" and title .. ": " .. name or name,
    description = descriptions.phase(phase), labels = { "phase" },
  })
end

local function story(requirement, project)
  local id = text.trim(requirement.id or "")
  local text_of = requirement.text or ""
  return new(requirement, "Story", {
    summary = id ~= "" and shown_id(id, project) .. ": " .. text_of or text_of,
    description = descriptions.requirement(requirement), priority = priority(requirement),
    labels = { "requirement" },
  })
end

local function task(item, phase, parent)
  return new(item, "Task", {
    summary = item.text or "", description = descriptions.task(item, phase), parent = parent,
    labels = item.done and { "task", "done" } or { "task" },
  })
end

-- An entry of a phase's list has no key of its own: its text tells it from its neighbours.
local function listed_task(entry, phase, parent)
  return new(phase, "Task", {
    summary = entry, description = descriptions.task(phase, phase), parent = parent,
    labels = { "task" }, uid = phase.spec.path .. "#" .. phase.key .. "/" .. text.slug(entry),
  })
end

local CLOSED = { "answered", "closed", "decided", "done", "resolved" }

local function is_open(question)
  if question.done then return false end
  for _, word in ipairs(CLOSED) do
    if text.contains(question.status, word) then return false end
  end
  return true
end

local function question_task(question)
  return new(question, "Task", {
    summary = question.text or "", description = descriptions.question(question),
    assignee = assignee(question), labels = { "open-question" },
  })
end

--- All issues: epics first, then spec by spec requirements, tasks and open questions.
function issues.all(workspace, options)
  local epics, others = {}, {}
  local function add(issue) others[#others + 1] = issue end
  local function add_task(item, phase, parent)
    if not (item.done and options.skip_done) then add(task(item, phase, parent)) end
  end
  for _, spec in ipairs(workspace.specs) do
    for _, requirement in ipairs(spec:items "requirement") do
      add(story(requirement, options.project))
    end
    local groups, loose = phases.grouped(spec)
    for _, group in ipairs(groups) do
      local parent = epic(group.phase)
      epics[#epics + 1] = parent
      for _, item in ipairs(group.tasks) do add_task(item, group.phase, parent) end
      for _, entry in ipairs(group.texts) do add(listed_task(entry, group.phase, parent)) end
    end
    for _, item in ipairs(loose) do add_task(item) end
    for _, question in ipairs(spec:items "question") do
      if is_open(question) then add(question_task(question)) end
    end
  end
  for _, issue in ipairs(others) do epics[#epics + 1] = issue end
  for number, issue in ipairs(epics) do issue.id = number end
  return epics
end

return issues
