local ids = require "ids"
local meaning = require "meaning"
local numbering = require "numbering"

-- What exports alone need is loaded when one runs: checks of a spec take less than to load it.
local function export() return require "export" end

return {
  checks = {
    ["acceptance-stated"] = meaning.acceptance_stated,
    ["id-given"] = ids.given,
    ["id-unique"] = ids.unique,
    ["id-unique-in-workspace"] = ids.unique_in_workspace,
    ["id-well-formed"] = ids.well_formed,
    ["quality-measurable"] = meaning.quality_measurable,
    ["requirement-stated-once"] = meaning.stated_once,
    ["requirement-tested"] = meaning.tested,
  },
  transforms = {
    ["number-requirements"] = numbering.requirements,
  },
  exports = {
    csv = {
      summary = "the requirements of all specs, functional and not, as a table",
      extension = "csv",
      run = function(workspace, artifact)
        csv.write(artifact, export().rows(workspace), { header = export().columns })
      end,
    },
    json = {
      summary = "the same as data, with what tests them, and the columns that nobody knows",
      extension = "json",
      run = function(workspace, artifact)
        artifact:write(json.encode(export().data(workspace), { indent = 2 }) .. "\n")
      end,
    },
    matrix = {
      summary = "requirements against the tests, phases and risks that name them",
      extension = "csv",
      run = function(workspace, artifact)
        csv.write(artifact, export().traced(workspace), { header = export().matrix })
      end,
    },
    xlsx = {
      summary = "the table and the matrix as a workbook",
      extension = "xlsx",
      bytes = true,
      run = function(workspace, artifact) xlsx.write(artifact, export().workbook(workspace)) end,
    },
  },
}
