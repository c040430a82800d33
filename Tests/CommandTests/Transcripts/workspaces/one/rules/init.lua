return {
  checks = {
    titled = {
      summary = "a spec is seen", severity = "info", each = "spec",
      run = function(spec, report) report(spec:at "title", "seen as %s", spec.path) end,
    },
  },
  exports = {
    titles = {
      summary = "all titles", extension = "txt",
      run = function(workspace, artifact)
        for _, spec in ipairs(workspace.specs) do
          artifact:write(spec.path .. ": " .. spec.title .. "\n")
        end
      end,
    },
  },
}
