return {
  checks = {
    wrong = { summary = "s", severity = "info", each = "workspace", reads = { "link" }, run = function() end },
  },
}
