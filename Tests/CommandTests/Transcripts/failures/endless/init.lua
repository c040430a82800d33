return {
  checks = {
    rule = {
      summary = "for a test",
      severity = "warning",
      each = "spec",
      run = function(spec, report)
        while true do end
      end,
    },
  },
  exports = {
    list = {
      summary = "for a test",
      extension = "txt",
      run = function(workspace, artifact)
        local spec = workspace.specs[1]
        local report = function() end
        while true do end
        artifact:write("done\n")
      end,
    },
  },
}
