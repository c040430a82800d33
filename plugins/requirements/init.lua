local ids = require "ids"
local meaning = require "meaning"
local numbering = require "numbering"

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
}
