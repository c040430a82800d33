return {
  checks = {
    rule = { summary = "s", severty = "error", each = "risk", run = function() end },
  },
}
