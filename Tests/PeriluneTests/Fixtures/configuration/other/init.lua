return {
  checks = {
    ["title-case"] = {
      summary = "a title is a title", severity = "error", each = "spec", run = function() end,
    },
  },
}
