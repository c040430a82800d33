local dot = require "dot"
local mermaid = require "mermaid"
local model = require "model"

return {
  exports = {
    dot = {
      summary = "components, dependencies, endpoints and phases as a graph for Graphviz",
      extension = "dot",
      run = function(workspace, artifact, options)
        artifact:write(dot.encode(model.of(workspace, options.show), options.direction))
      end,
    },
    mermaid = {
      summary = "the same as a Mermaid diagram, which GitHub and GitLab draw",
      extension = "mmd",
      run = function(workspace, artifact, options)
        artifact:write(mermaid.encode(model.of(workspace, options.show), options.direction))
      end,
    },
  },
}
