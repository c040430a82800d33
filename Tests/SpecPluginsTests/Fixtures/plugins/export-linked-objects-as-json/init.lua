return {
  exports = {
    list = {
      summary = "s",
      extension = "txt",
      run = function(workspace, artifact)
        local risk = workspace:items("risk")[1]
        artifact:write(risk.spec.path .. " " .. risk.section.title .. "\n")
        artifact:write(json.encode(risk))
      end,
    },
  },
}
