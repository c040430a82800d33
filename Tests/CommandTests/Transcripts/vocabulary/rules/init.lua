return {
  checks = {
    ["slo-strict"] = {
      summary = "a first-tier objective is at least 99 %",
      severity = "error",
      each = "slo",
      run = function(slo, report)
        if slo.tier == "high" and slo.target and slo.target < 99 then
          report(slo:at "target", "%s promises %s only (%s)", slo.title, slo.raw.target,
            slo.window or "no window")
        end
        if slo.since and not slo.dates.since then
          report(slo:at "since", "%q is no day", slo.since)
        end
      end,
    },
    ["slo-misspelt"] = {
      summary = "asks for a field that no objective has",
      severity = "info",
      each = "slo",
      run = function(slo) return slo.windwo end,
    },
  },
  exports = {
    asked = {
      summary = "the objectives that a selector finds",
      extension = "txt",
      run = function(workspace, artifact)
        for _, slo in ipairs(workspace:query "slo[tier>=high][since<2026-03], slo[target<=5]") do
          artifact:write(slo.title .. "\n")
        end
      end,
    },
    list = {
      summary = "every objective",
      extension = "json",
      run = function(workspace, artifact)
        local rows = {}
        for _, slo in ipairs(workspace:items "slo") do
          rows[#rows + 1] = {
            sli = slo.sli, target = slo.target, since = slo.dates.since, tier = slo.tier,
            agreed = slo.agreed, alerts = slo.alerts,
          }
        end
        artifact:write(json.encode(rows) .. "\n")
      end,
    },
  },
}
