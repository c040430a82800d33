return {
  checks = {
    rule = { summary = 3, severity = "error", each = "risk", run = function() end },
  },
}
