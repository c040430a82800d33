return {
  checks = {
    rule = { summary = "s", severity = "error", each = "risks", run = function() end },
  },
}
