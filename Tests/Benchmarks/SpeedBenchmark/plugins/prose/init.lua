-- Two that look at all prose, of which one says what it looks for, and one that has nothing to look at.
local vague = {
  "fast", "easy", "user-friendly", "robust", "flexible", "as appropriate", "if possible", "etc",
  "simple", "sufficient", "adequate", "state of the art", "several", "various", "and so on",
}

local function look(block, report)
  if text.find_any(block.text, vague) == "user-friendly" then report(block, "vague") end
end

return {
  checks = {
    containing = {
      summary = "no vague word stands in the text",
      severity = "info",
      each = "text",
      containing = vague,
      run = look,
    },
    vague = {
      summary = "the same, without saying what it looks for",
      severity = "info",
      each = "text",
      run = look,
    },
    none = {
      summary = "looks at nothing",
      severity = "info",
      each = "footnote",
      run = function(block, report) report(block, "a footnote") end,
    },
  },
}
