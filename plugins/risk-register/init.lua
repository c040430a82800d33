local numbering = require "numbering"
local register = require "register"
local rules = require "rules"

return {
  checks = {
    ["risk-level-known"] = rules.level_known,
    ["risk-mitigated"] = rules.mitigated,
    ["risk-owned"] = rules.owned,
    ["risk-rated"] = rules.rated,
  },
  transforms = {
    ["add-risk-ids"] = numbering.columns,
    ["number-risks"] = numbering.risks,
  },
  exports = {
    csv = {
      summary = "the risks of all specs as a register, the highest first",
      extension = "csv",
      run = function(workspace, artifact, options)
        local rows = register.rows(workspace, options.scale)
        csv.write(artifact, rows, { header = register.columns })
      end,
    },
  },
}
