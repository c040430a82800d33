return {
  checks = {
    rule = {
      summary = "for a test",
      severity = "warning",
      each = "spec",
      run = function(spec, report)
        local nobody = nil
        report(spec, nobody.name)
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
        local nobody = nil
        report(spec, nobody.name)
        artifact:write("done\n")
      end,
    },
  },
}
