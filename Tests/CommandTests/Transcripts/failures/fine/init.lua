return {
  checks = {
    rule = {
      summary = "for a test",
      severity = "warning",
      each = "spec",
      run = function(spec, report)
        report(spec, "seen")
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
        report(spec, "seen")
        artifact:write("done\n")
      end,
    },
  },
}
