return {
  checks = {
    ["owner-required"] = {
      summary = "a risk has an owner", severity = "warning", each = "risk",
      run = function() end,
    },
    ["title-case"] = {
      summary = "a title is a title", severity = "info", each = "spec", run = function() end,
    },
  },
  transforms = {
    tidy = { summary = "tidies up", each = "spec", run = function() end },
  },
  exports = {
    csv = { summary = "a register", extension = "csv", run = function() end },
  },
}
