local map = require "map"
local numbering = require "numbering"
local page = require "page"
local register = require "register"
local rules = require "rules"
local tables = require "tables"

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
        local rows = register.rows(workspace, options)
        csv.write(artifact, rows, { header = register.columns })
      end,
    },
    html = {
      summary = "the register as a page with a heat map",
      extension = "html",
      run = function(workspace, artifact, options)
        local rows, matrices = register.rows(workspace, options)
        artifact:write(page.of(rows, matrices, map.all(workspace, options)))
      end,
    },
    md = {
      summary = "the register as a table in Markdown",
      extension = "md",
      run = function(workspace, artifact, options)
        artifact:write(tables.markdown((register.rows(workspace, options))))
      end,
    },
    xlsx = {
      summary = "the register as a workbook, with colours for ratings and lists of levels",
      extension = "xlsx",
      bytes = true,
      run = function(workspace, artifact, options)
        local rows = register.rows(workspace, options)
        xlsx.write(artifact, tables.workbook(rows, map.ratings(workspace, options)))
      end,
    },
  },
}
