return {
  checks = {
    wrong = { summary = "s", severity = "info", each = "workspace", reads = "links", run = function() end },
  },
}
