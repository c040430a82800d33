return {
  exports = {
    names = {
      summary = "the names of all risks",
      extension = "txt",
      run = function(workspace, artifact)
        for _, risk in ipairs(workspace:items "risk") do
          artifact:write(("%s:%d %s (%s)\n"):format(risk.spec.path, risk.line, risk.text, risk.impact))
        end
      end,
    },
  },
}
