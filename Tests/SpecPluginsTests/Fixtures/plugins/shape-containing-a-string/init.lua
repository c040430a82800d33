return {
  checks = {
    rule = { summary = "s", severity = "info", each = "text", containing = "etc", run = function() end },
  },
}
