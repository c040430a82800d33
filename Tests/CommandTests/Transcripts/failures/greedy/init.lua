return {
  checks = {
    rule = {
      summary = "for a test",
      severity = "warning",
      each = "spec",
      run = function(spec, report)
        local all = {}
        for index = 1, 1e9 do all[index] = ("x"):rep(1000) .. index end
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
        local all = {}
        for index = 1, 1e9 do all[index] = ("x"):rep(1000) .. index end
        artifact:write("done\n")
      end,
    },
  },
}
