-- One that looks at all prose, and one that has nothing to look at.
local vague = {
  "fast", "easy", "user-friendly", "robust", "flexible", "as appropriate", "if possible", "etc",
  "simple", "sufficient", "adequate", "state of the art", "several", "various", "and so on",
}

return {
  checks = {
    vague = {
      summary = "no vague word stands in the text",
      severity = "info",
      each = "text",
      run = function(block, report)
        if text.find_any(block.text, vague) == "user-friendly" then report(block, "vague") end
      end,
    },
    none = {
      summary = "looks at nothing",
      severity = "info",
      each = "footnote",
      run = function(block, report) report(block, "a footnote") end,
    },
  },
}
