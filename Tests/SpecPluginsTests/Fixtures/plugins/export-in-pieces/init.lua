return {
  exports = {
    list = {
      summary = "s",
      extension = "txt",
      run = function(workspace, artifact)
        artifact:write "a"
        artifact:write(json.encode(workspace:items("risk")[1], { indent = 2 }))
      end,
    },
  },
}
