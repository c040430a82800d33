return {
  checks = {
    ["risk-short"] = {
      summary = "a risk is short", severity = "warning", each = "risk",
      run = function(risk, report, options)
        if #risk.text > options.most then
          report(risk, "%q has more than %d letters", risk.text, options.most)
        end
      end,
    },
    titled = {
      summary = "a title says more than a letter", severity = "warning", each = "spec",
      run = function(spec, report)
        if #spec.title < 2 then report(spec, "the title is %q", spec.title) end
      end,
    },
    together = {
      summary = "specs are few", severity = "warning", each = "workspace",
      run = function(workspace, report)
        for _, spec in ipairs(workspace.specs) do report(spec, "one of %d", #workspace.specs) end
      end,
    },
  },
}
