local issue = require "issue"

return {
  exports = {
    json = {
      summary = "a body for GitHub's REST API for each issue, and a list of them, parents first",
      outputs = { "index.jsonl", "issues/*.json" },
      run = function(workspace, artifact, options)
        local tickets = workspace:tickets { labels = options.labels, skip_done = options.skip_done }
        local name = "issues/%0" .. math.max(3, #tostring(#tickets)) .. "d.json"
        artifact:write("index.jsonl", "")
        for number, ticket in ipairs(tickets) do
          local file = string.format(name, number)
          artifact:write(file, json.encode(issue.body(ticket, options), { indent = 2 }) .. "\n")
          artifact:write("index.jsonl", json.encode(issue.entry(ticket, file)) .. "\n")
        end
      end,
    },
  },
}
