-- Words that stand in a mitigation's place and say nothing.
local NOTHING = {
  [""] = true, ["-"] = true, ["–"] = true, ["—"] = true, ["n/a"] = true, none = true, tbd = true,
  todo = true,
}

local mitigations = {}

-- The last spec asked about, and the texts of its placeholders: each of its risks asks.
local asked, unfilled

local function unfilled_of(spec)
  if asked ~= spec then
    asked, unfilled = spec, {}
    for _, placeholder in ipairs(spec.placeholders) do
      unfilled[text.trim(placeholder.text)] = true
    end
  end
  return unfilled
end

--- What the author wrote; empty where the template's text still stands.
function mitigations.written(risk)
  local said = text.trim(risk.mitigation or "")
  return unfilled_of(risk.spec)[said] and "" or said
end

--- What the author wrote, if it says anything.
function mitigations.of(risk)
  local said = mitigations.written(risk)
  return NOTHING[text.lower(said)] and "" or said
end

return mitigations
