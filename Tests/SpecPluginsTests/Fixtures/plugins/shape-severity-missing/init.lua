return {
  checks = {
    rule = { summary = "s", each = "risk", run = function() end },
  },
}
