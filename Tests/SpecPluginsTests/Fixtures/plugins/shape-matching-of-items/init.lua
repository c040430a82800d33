return {
  checks = {
    rule = { summary = "s", severity = "info", each = "risk", matching = { "%d" }, run = function() end },
  },
}
