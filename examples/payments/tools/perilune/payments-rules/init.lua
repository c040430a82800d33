local words = require "words"

return {
  checks = {
    ["pci-risk"] = {
      summary = "an endpoint that handles card data comes with a risk or threat that names PCI",
      severity = "error",
      each = "endpoint",
      why = "An endpoint that sees card data puts its service into the scope of the PCI audit.",
      fix = "Add a risk that says how far the PCI scope grows, or keep card data out.",
      run = function(endpoint, report, options)
        local text = endpoint.name or ""
        for _, field in ipairs { "description", "request", "response" } do
          text = text .. "\n" .. (endpoint[field] or "")
        end
        local word = words.find(options.words, text)
        if not word then return end
        for _, kind in ipairs { "risk", "threat" } do
          for _, risk in ipairs(endpoint.spec:items(kind)) do
            if words.find({ "PCI" }, risk.text) then return end
          end
        end
        report(endpoint, "handles %q, but no risk here names PCI", word)
      end,
    },
    ["rollback-trigger"] = {
      summary = "a rollout phase says what would roll it back",
      severity = "warning",
      each = "phase",
      run = function(phase, report)
        if phase.trigger == "" then
          report(phase:at "trigger", "phase %s has no rollback trigger", phase.name)
        end
      end,
    },
    ["high-risk-owner"] = {
      summary = "a risk of high impact has an owner",
      severity = "warning",
      each = "risk",
      run = function(risk, report)
        if risk.impact == "high" and (risk.owner or "") == "" then
          report(risk:at "owner", "high-impact risk %q has no owner", risk.text)
        end
      end,
    },
  },
}
