local numbering = require "numbering"
local rules = require "rules"

-- What exports alone need is loaded when one runs: checks of a spec take less than to load it.
local function risks(workspace, options) return require("register").rows(workspace, options) end

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
        csv.write(artifact, risks(workspace, options), { header = require("register").columns })
      end,
    },
    html = {
      summary = "the register as a page with a heat map",
      extension = "html",
      run = function(workspace, artifact, options)
        local rows, matrices = risks(workspace, options)
        local maps = require("map").all(workspace, options)
        artifact:write(require("page").of(rows, matrices, maps))
      end,
    },
    md = {
      summary = "the register as a table in Markdown",
      extension = "md",
      run = function(workspace, artifact, options)
        artifact:write(require("tables").markdown((risks(workspace, options))))
      end,
    },
    xlsx = {
      summary = "the register as a workbook, with colours for ratings and lists of levels",
      extension = "xlsx",
      bytes = true,
      run = function(workspace, artifact, options)
        local ratings = require("map").ratings(workspace, options)
        xlsx.write(artifact, require("tables").workbook(risks(workspace, options), ratings))
      end,
    },
  },
}
