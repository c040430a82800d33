-- What requirements say: how they are accepted, measured and tested.
local mentions = require "mentions"

local meaning = {}

local function name(requirement)
  return requirement:says "id" or '"' .. text.cut(requirement.title or "", 60) .. '"'
end

-- The last spec asked about, and whether its requirements have acceptance criteria: a rule asks once
-- for each requirement.
local asked, answer

local function states_acceptance(spec)
  if asked == spec then return answer end
  asked, answer = spec, false
  for _, requirement in ipairs(spec:items "requirement") do
    answer = answer or requirement:says "acceptance" ~= nil
  end
  return answer
end

meaning.acceptance_stated = {
  summary = "a requirement says how it is accepted",
  severity = "warning",
  preset = "recommended",
  each = "requirement",
  why = "Without acceptance criteria nobody can say that a requirement is met, or is not.",
  fix = "Add what can be observed once the requirement is met: an input, a result, a limit.",
  run = function(requirement, report, options)
    if requirement.placeholder or requirement:says "acceptance" then return end
    -- A placeholder is spoken of where placeholders are.
    if not text.is_blank(requirement.raw.acceptance) then return end
    local expected = requirement.acceptance and states_acceptance(requirement.spec)
    if not expected and not options.always then return end
    report(requirement:at "acceptance", "requirement %s has no acceptance criteria",
      name(requirement))
  end,
}

local NUMBERS = {
  "no", "none", "zero", "one", "two", "three", "four", "five", "ten", "once", "half", "double",
  "constant", "linear", "never", "any", "all",
}

meaning.quality_measurable = {
  summary = "a target that can be measured is a number",
  severity = "warning",
  preset = "recommended",
  each = "quality",
  why = '"As low as possible" is met by everything and by nothing.',
  fix = "Write the number, its unit, and under which load it holds: p95 < 300 ms at 200 requests/s.",
  run = function(quality, report, options)
    local target = not quality.placeholder and quality:says "target"
    if not target or target:find "%d" or text.find_any(target, NUMBERS) then return end
    local word = text.find_any(quality:says "category" or quality.text, options.categories)
    if not word then return end
    report(quality:at "target", 'the target "%s" of "%s" has no number', text.cut(target, 40),
      text.cut(quality:says "id" or quality.title or "", 60))
  end,
}

-- The ids that test cases name.
local function named_by_tests(spec)
  local named = {}
  for _, kind in ipairs { "test-case", "test" } do
    for _, item in ipairs(spec:items(kind)) do
      for id in pairs(mentions.of(item)) do named[id] = true end
    end
  end
  return named
end

meaning.tested = {
  summary = "where test cases name requirements, each requirement is named by one",
  severity = "warning",
  preset = "recommended",
  each = "spec",
  why = "A requirement that no test case names is tested by its users.",
  fix = "Add a test case that names the requirement's id, or drop the requirement.",
  run = function(spec, report)
    local named = named_by_tests(spec)
    local missing, found = {}, 0
    for _, requirement in ipairs(spec:items "requirement") do
      local id = not requirement.placeholder and requirement:says "id"
      if id and named[text.lower(id)] then
        found = found + 1
      elseif id then
        missing[#missing + 1] = requirement
      end
    end
    -- Tests that name few requirements are not told by requirements.
    if found <= #missing then return end
    for _, requirement in ipairs(missing) do
      report(requirement:at "id", "no test case names requirement %s", requirement:says "id")
    end
  end,
}

meaning.stated_once = {
  summary = "a requirement is stated once",
  severity = "warning",
  preset = "recommended",
  each = "spec",
  why = "Of two copies one will be changed, and then they contradict each other.",
  fix = "Delete one of them, or write what sets them apart.",
  run = function(spec, report)
    local first = {}
    for _, requirement in ipairs(spec:items "requirement") do
      local said = not requirement.placeholder and requirement:says "text"
      local key = said and text.slug(said)
      local same = key and #key > 12 and first[key]
      if same then
        report {
          at = requirement:at "text",
          message = string.format("requirement %s says the same as line %d", name(requirement),
            same.line),
          related = { { at = same:at "text", message = "the first one" } },
        }
      elseif key then
        first[key] = requirement
      end
    end
  end,
}

return meaning
