local run = function() end
return {
  checks = { rule = { summary = "s", severity = "info", each = "code", why = "w", fix = "f", run = run } },
  transforms = { mend = { summary = "s", each = "spec", run = run } },
  exports = { list = { summary = "s", extension = "txt", run = run } },
}
