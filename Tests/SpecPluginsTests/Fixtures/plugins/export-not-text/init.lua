return {
  exports = {
    list = {
      summary = "s",
      extension = "txt",
      run = function(workspace, artifact)
        artifact:write "\xFF"
      end,
    },
  },
}
