return {
  checks = {
    rule = { summary = "s", severity = "info", each = "spec", preset = "stric", run = function() end },
  },
}
