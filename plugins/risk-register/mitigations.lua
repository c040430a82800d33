-- Words that stand in a mitigation's place and say nothing.
local NOTHING = {
  [""] = true, ["-"] = true, ["–"] = true, ["—"] = true, ["n/a"] = true, none = true, tbd = true,
  todo = true,
}

local mitigations = {}

--- What the author wrote; empty where the template's text still stands.
function mitigations.written(risk)
  local said = text.trim(risk.mitigation or "")
  for _, placeholder in ipairs(risk.spec.placeholders) do
    if text.trim(placeholder.text) == said then return "" end
  end
  return said
end

--- What the author wrote, if it says anything.
function mitigations.of(risk)
  local said = mitigations.written(risk)
  return NOTHING[text.lower(said)] and "" or said
end

return mitigations
