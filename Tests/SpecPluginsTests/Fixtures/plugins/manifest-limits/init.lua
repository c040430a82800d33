return {
  checks = {
    rule = { summary = "s", severity = "error", each = "risk", run = function() end },
  },
}
