local library = require "library"

local function of_spec(spec, report, options)
  library({
    spec = spec, section = spec.sections[1], item = spec:items()[1],
    placeholder = spec.placeholders[1], link = spec.links[1], report = report,
    schema = spec.schema, expected = spec.schema.sections[1], field = spec.schema.metadata[1],
  }, options)
end

return {
  checks = {
    spec = { summary = "x", severity = "error", each = "spec", run = of_spec },
    block = {
      summary = "x", severity = "error", each = "paragraph",
      run = function(block, _, options) library({ block = block }, options) end,
    },
    workspace = {
      summary = "x", severity = "error", each = "workspace",
      run = function(workspace, _, options) library({ workspace = workspace }, options) end,
    },
  },
  transforms = {
    edit = {
      summary = "x",
      run = function(spec, edit, options)
        library({ spec = spec, item = spec:items()[1], edit = edit }, options)
      end,
    },
  },
  exports = {
    artifact = {
      summary = "x", extension = "txt",
      run = function(workspace, artifact, options)
        library({ workspace = workspace, artifact = artifact }, options)
      end,
    },
  },
}
