local page = require "page"

return {
  exports = {
    html = {
      summary = "status, completeness, risks, open questions, sign-offs and phases of all specs on one page",
      extension = "html",
      run = function(workspace, artifact, options) page.write(artifact, workspace, options) end,
    },
  },
}
