local run = function() end
return {
  checks = { csv = { summary = "s", severity = "error", each = "risk", run = run } },
  exports = { csv = { summary = "s", extension = "csv", run = run } },
}
