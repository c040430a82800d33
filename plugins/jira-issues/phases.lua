-- Which tasks belong to which phase of a spec.
local filled = require "filled"

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

local function has_task(phase, task)
  for _, entry in ipairs(entries(phase)) do
    if text.slug(entry) == text.slug(task.text or "") then return true end
  end
  return false
end

-- By the name that the task gives, else by the list that the phase gives, else by standing in one
-- section.
local function phase_of(task, list)
  local name = text.slug(task.phase or "")
  local tests = {
    function(phase) return name ~= "" and text.slug(phase.name or "") == name end,
    function(phase) return has_task(phase, task) end,
    function(phase) return task.section ~= nil and phase.section == task.section end,
  }
  for _, test in ipairs(tests) do
    for _, phase in ipairs(list) do
      if test(phase) then return phase end
    end
  end
end

--- Phases in document order as `{ phase, tasks, texts }`, then tasks that belong to none. `texts`
--- are entries of a phase's own list that no task item stands for.
function phases.grouped(spec)
  local list, groups, of = spec:items "phase", {}, {}
  for index, phase in ipairs(list) do
    groups[index] = { phase = phase, tasks = {}, texts = {} }
    of[phase] = groups[index]
  end
  local loose = {}
  for _, task in ipairs(spec:items "task") do
    local phase = phase_of(task, list)
    local into = phase and of[phase].tasks or loose
    into[#into + 1] = task
  end
  for _, group in ipairs(groups) do
    local seen = {}
    for _, task in ipairs(group.tasks) do seen[text.slug(task.text or "")] = true end
    for _, entry in ipairs(entries(group.phase)) do
      local written = filled.text(spec, entry)
      if written ~= "" and not seen[text.slug(written)] then
        seen[text.slug(written)] = true
        group.texts[#group.texts + 1] = written
      end
    end
  end
  return groups, loose
end

return phases
