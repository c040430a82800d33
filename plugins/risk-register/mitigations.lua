-- Words that stand in a mitigation's place and say nothing.
local NOTHING = {
  [""] = true, ["-"] = true, ["–"] = true, ["—"] = true, ["n/a"] = true, none = true, tbd = true,
  todo = true,
}

local mitigations = {}

--- What a risk says about its mitigation; empty where it says nothing.
function mitigations.of(risk)
  local said = text.trim(risk.mitigation or "")
  return NOTHING[text.lower(said)] and "" or said
end

return mitigations
