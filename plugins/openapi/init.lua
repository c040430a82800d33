local document = require "document"

return {
  exports = {
    json = {
      summary = "an OpenAPI 3.1 document of all endpoints",
      extension = "json",
      run = function(workspace, artifact, options)
        artifact:write(json.encode(document.of(workspace, options), { indent = 2 }) .. "\n")
      end,
    },
  },
}
