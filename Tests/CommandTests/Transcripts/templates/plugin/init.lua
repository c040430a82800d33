local function missing(spec)
  local names = {}
  for _, expected in ipairs(spec.schema.sections) do
    if not expected.section then names[#names + 1] = expected.title end
  end
  return table.concat(names, ", ")
end
return {
  checks = {
    one = { summary = "s", severity = "info", each = "spec", run = function(spec, report)
      report(spec, "%s: %s", spec.schema.name, missing(spec))
    end },
    all = { summary = "s", severity = "info", each = "workspace", run = function(workspace, report)
      for _, spec in ipairs(workspace.specs) do report(spec, "all: %s", missing(spec)) end
    end },
  },
  exports = { list = { summary = "s", extension = "txt", run = function(workspace, artifact)
    for _, spec in ipairs(workspace.specs) do artifact:write(spec.path .. ": " .. missing(spec) .. "\n") end
  end } },
}
