return {
  checks = {
    wrong = { summary = "s", severity = "info", each = "spec", reads = { "links" }, run = function() end },
  },
}
