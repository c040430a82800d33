local missing = require "missing"
local upgrade = require "upgrade"

return {
  transforms = {
    ["add-missing-sections"] = {
      summary = "adds the sections that the template asks for, with its guidance, where they belong",
      each = "spec",
      run = missing.run,
    },
    ["upgrade-template"] = {
      summary = "moves a spec to another template: its sections, its metadata, its items",
      each = "spec",
      run = upgrade.run,
    },
  },
}
