local function name(phase) return text.cut(phase.title or "", 60) end

local rollback_trigger_named = {
  summary = "where phases have rollback triggers, each has one",
  severity = "warning",
  preset = "recommended",
  each = "phase",
  why = "Whoever watches a rollout at night must not have to decide what is bad enough.",
  fix = "Write what is measured and from which value on the phase is rolled back.",
  run = function(phase, report)
    if phase.placeholder or phase.trigger == nil or not text.is_blank(phase.trigger) then return end
    report(phase:at "trigger", 'the phase "%s" has no rollback trigger', name(phase))
  end,
}

-- Digits as a number; nothing where they are too many to count anything.
local function whole(digits) return digits and #digits < 10 and math.tointeger(digits) or nil end

-- "Phase 2", "Phase 2: Pilot", "2" → 2.
local function number(said)
  if not said then return nil end
  local lower = text.lower(said)
  return whole(lower:match "^phase%s*(%d+)%f[^%w.]" or lower:match "^(%d+)$")
end

-- The phases of a spec that have numbers, in document order.
local function numbered(spec)
  local list = {}
  for _, phase in ipairs(spec:items "phase") do
    local of = not phase.placeholder and number(phase:says "name")
    if of then list[#list + 1] = { phase = phase, number = of } end
  end
  return list
end

local numbered_once = {
  summary = "a number stands for one phase",
  severity = "warning",
  preset = "recommended",
  each = "spec",
  why = '"After phase 2" must not mean two things.',
  fix = "Number the phases on.",
  run = function(spec, report)
    local first = {}
    for _, entry in ipairs(numbered(spec)) do
      local same = first[entry.number]
      if same and same.section == entry.phase.section then
        report {
          at = entry.phase:at "name",
          message = string.format("phase %d stands in line %d, too", entry.number, same.line),
          related = { { at = same:at "name", message = "the first one" } },
        }
      elseif not same then
        first[entry.number] = entry.phase
      end
    end
  end,
}

local phase_known = {
  summary = "a phase that others wait for is there",
  severity = "error",
  preset = "recommended",
  each = "spec",
  why = "Work that waits for a phase that nobody plans never starts.",
  fix = "Write the number of the phase that is meant, or add the phase.",
  run = function(spec, report)
    local known, list = {}, numbered(spec)
    for _, entry in ipairs(list) do known[entry.number] = true end
    if #list < 2 then return end
    for _, phase in ipairs(spec:items "phase") do
      local said = phase:says "dependencies"
      for words, digits in (said or ""):gmatch "([Pp]hase%s+(%d+))%f[%D]" do
        local of = whole(digits)
        if of and not known[of] then
          report(phase:at("dependencies", words), 'the phase "%s" waits for phase %s, which is not there',
            name(phase), digits)
        end
      end
    end
  end,
}

-- "Week 3–5", "Weeks 3 to 5", "Day 3 - 2": a unit and two numbers.
local function span(said)
  if not said then return nil end
  local lower = text.lower(said):gsub("–", "-"):gsub("—", "-"):gsub("%s+to%s+", "-")
  local unit, first, last = lower:match "%f[%a](%a+)%s+(%d+)%s*%-%s*(%d+)%f[%D]"
  if not unit then unit, first, last = lower:match "%f[%a](%a+)%s+(%d+)%s*%-%s*%a+%s+(%d+)%f[%D]" end
  if not unit then return nil end
  local known = { week = true, weeks = true, day = true, days = true, month = true, months = true,
    sprint = true, sprints = true }
  if not known[unit] then return nil end
  return unit, whole(first), whole(last)
end

local weeks_in_order = {
  summary = "a phase ends after it begins",
  severity = "error",
  preset = "recommended",
  each = "phase",
  why = "A plan that goes backwards was not read by anybody.",
  fix = "Write the earlier week first.",
  run = function(phase, report)
    for _, field in ipairs { "duration", "name" } do
      local said = phase:says(field)
      local unit, first, last = span(said)
      if first and last and last < first then
        report(phase:at(field), "%s %d comes before %s %d", unit, last, unit, first)
        return
      end
    end
  end,
}

local tasks_done = {
  summary = "an implemented spec has no open task",
  severity = "warning",
  preset = "recommended",
  each = "task",
  why = "Either the work is not done or the spec is not true.",
  fix = "Tick the task, move it to where the work goes on, or set the status back.",
  run = function(task, report)
    if task.done ~= false or task.placeholder or task.spec.status ~= "implemented" then return end
    report(task:at "text", "the spec is implemented, but this task is open: %s",
      text.cut(text.collapse(task.text or ""), 80))
  end,
}

return {
  checks = {
    ["phase-known"] = phase_known,
    ["phase-numbered-once"] = numbered_once,
    ["rollback-trigger-named"] = rollback_trigger_named,
    ["tasks-done"] = tasks_done,
    ["weeks-in-order"] = weeks_in_order,
  },
}
