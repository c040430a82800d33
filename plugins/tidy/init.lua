local dates = require "dates"
local glossary = require "glossary"
local levels = require "levels"
local sections = require "sections"

return {
  transforms = {
    ["normalise-dates"] = dates.normalise,
    ["normalise-levels"] = levels.normalise,
    ["renumber-sections"] = sections.renumber,
    ["sort-glossary"] = glossary.sort,
    ["touch-updated"] = dates.touch,
  },
}
