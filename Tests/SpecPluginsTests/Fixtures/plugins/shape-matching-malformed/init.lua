return {
  checks = {
    rule = { summary = "s", severity = "info", each = "text", matching = { "%d", "a[%d" }, run = function() end },
  },
}
