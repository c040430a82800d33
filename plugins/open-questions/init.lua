local questions = require "questions"
local page = require "page"

return {
  exports = {
    csv = {
      summary = "the open questions of all specs as a table",
      extension = "csv",
      run = function(workspace, artifact)
        csv.write(artifact, questions.rows(workspace), { header = questions.columns })
      end,
    },
    md = {
      summary = "the open questions of all specs as a page, spec by spec",
      extension = "md",
      run = function(workspace, artifact) artifact:write(page.of(questions.rows(workspace))) end,
    },
  },
}
