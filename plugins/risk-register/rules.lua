local mitigations = require "mitigations"
local scoring = require "scoring"

local rules = {}

local function among(levels, level)
  for _, name in ipairs(levels) do
    if name == level then return true end
  end
  return false
end

local function name(risk) return text.cut(risk.title or risk:says "id" or "", 60) end

-- The impact, or else the rating, that makes a risk one of these levels, and whether it is a rating.
local function weight(risk, levels, scale)
  if among(levels, risk.impact) then return risk.impact, false end
  local _, rating = scoring.score(risk, scoring.scale(risk.spec, scale))
  local level = rating and text.lower(rating):gsub(" ", "-")
  if among(levels, level) then return level, true end
end

rules.mitigated = {
  summary = "a high risk names its mitigation",
  severity = "error",
  preset = "minimal",
  each = "risk",
  why = "A high risk that nobody plans against is accepted by accident.",
  fix = "Write what lowers its likelihood or impact, or that it is accepted and by whom.",
  run = function(risk, report, options)
    if risk.placeholder or mitigations.of(risk) ~= "" then return end
    local level, is_rating = weight(risk, options.levels, options.scale)
    if is_rating then
      report(risk:at "mitigation", 'risk "%s" is rated %s and has no mitigation', name(risk), level)
    elseif level then
      report(risk:at "mitigation", '%s-impact risk "%s" has no mitigation', level, name(risk))
    end
  end,
}

rules.owned = {
  summary = "where risks have owners, each high one has one",
  severity = "warning",
  preset = "recommended",
  each = "risk",
  why = "What nobody owns, nobody watches.",
  fix = "Name one person, not a team.",
  run = function(risk, report, options)
    if risk.placeholder or risk.owner == nil or not text.is_blank(risk.owner) then return end
    local level, is_rating = weight(risk, options.levels, options.scale)
    if not level then return end
    report(risk:at "owner", 'nobody owns the risk "%s", %s %s', name(risk),
      is_rating and "which is rated" or "whose impact is", level)
  end,
}

local LEVELS = { "likelihood", "impact" }

rules.rated = {
  summary = "a risk that has one level has both",
  severity = "warning",
  preset = "recommended",
  each = "risk",
  why = "Likelihood without impact, or impact without likelihood, ranks no risk.",
  fix = "Write the level that is missing.",
  run = function(risk, report)
    if risk.placeholder then return end
    for index, field in ipairs(LEVELS) do
      local other = LEVELS[3 - index]
      local blank = risk.raw[field] and text.is_blank(risk.raw[field])
      if blank and risk:says(other) then
        report(risk:at(field), 'the %s of the risk "%s" is missing', field, name(risk))
      end
    end
  end,
}

-- A step of a scale of numbers, a share or an amount.
local function is_number(said) return said:find "%d" ~= nil end

rules.level_known = {
  summary = "likelihood and impact are levels",
  severity = "warning",
  preset = "recommended",
  each = "risk",
  why = "A word that is no level cannot be compared, scored or filtered.",
  fix = "Write one of the levels that the other risks have, or add the word below vocabulary.levels in "
    .. "perilune.yml.",
  run = function(risk, report)
    if risk.placeholder then return end
    for _, field in ipairs(LEVELS) do
      local said = risk[field] == nil and risk:says(field)
      -- A sentence says what the impact is, not how large.
      if said and not is_number(said) and #text.words(said) <= 2 then
        report(risk:at(field), 'the %s "%s" is no level', field, said)
      end
    end
  end,
}

return rules
