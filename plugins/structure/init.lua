local metadata = require "metadata"
local sections = require "sections"
local tables = require "tables"

return {
  checks = {
    ["duplicate-section"] = sections.duplicate,
    ["empty-required-section"] = sections.empty,
    ["extra-column"] = tables.extra_column,
    ["misplaced-section"] = sections.misplaced,
    ["missing-column"] = tables.missing_column,
    ["missing-metadata"] = metadata.missing,
    ["missing-section"] = sections.missing,
    ["renamed-section"] = sections.renamed,
    ["unknown-choice"] = metadata.unknown_choice,
  },
}
