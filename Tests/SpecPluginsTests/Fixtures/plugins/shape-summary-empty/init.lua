return {
  checks = {
    rule = { summary = "", severity = "error", each = "risk", run = function() end },
  },
}
