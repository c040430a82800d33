-- Twenty times the same two rules that look at all prose: one says what it looks for, one does not.
local vague = {
  "fast", "easy", "user-friendly", "robust", "flexible", "as appropriate", "if possible", "etc",
  "simple", "sufficient", "adequate", "state of the art", "several", "various", "and so on",
}

local function rule(containing)
  return {
    summary = "no vague word stands in the text",
    severity = "info",
    each = "text",
    containing = containing,
    run = function(block, report)
      if text.find_any(block.text, vague) == "user-friendly" then report(block, "vague") end
    end,
  }
end

local checks = {}
for number = 1, 20 do
  checks["says-" .. number], checks["looks-" .. number] = rule(vague), rule()
end

return { checks = checks }
