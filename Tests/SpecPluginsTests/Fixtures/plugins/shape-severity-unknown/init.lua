return {
  checks = {
    rule = { summary = "s", severity = "eror", each = "risk", run = function() end },
  },
}
