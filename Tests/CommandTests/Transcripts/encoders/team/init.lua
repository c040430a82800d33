-- Of each risk its words and its mitigation, in every format.
local function risks(workspace)
  local list = {}
  for _, risk in ipairs(workspace:items "risk") do
    list[#list + 1] = { words = risk.text, mitigation = risk:markdown "mitigation", spec = risk.spec }
  end
  return list
end

return {
  exports = {
    page = {
      summary = "a page", extension = "html",
      run = function(workspace, artifact)
        local list = risks(workspace)
        for _, risk in ipairs(list) do risk.mitigation = text.trim(html.encode(risk.mitigation)) end
        template.write(artifact, "page.mustache", { spec = workspace.specs[1], risks = list })
      end,
    },
    texts = {
      summary = "the formats of trackers", extension = "txt",
      run = function(workspace, artifact)
        for _, risk in ipairs(risks(workspace)) do
          artifact:write("* " .. jira.escape(risk.words) .. ": " .. jira.encode(risk.mitigation) .. "\n")
          artifact:write(json.encode(adf.encode(risk.mitigation, { seed = risk.words })) .. "\n")
          artifact:write(hash.uuid("team", risk.words) .. " " .. hash.sha256(risk.words) .. "\n")
        end
      end,
    },
    files = {
      summary = "files for other programs",
      outputs = { { name = "risks.xlsx", bytes = true }, { name = "risks.db", bytes = true }, "risks.md" },
      run = function(workspace, artifact)
        local rows = {}
        for index, risk in ipairs(risks(workspace)) do rows[index] = { risk.words, risk.mitigation } end
        xlsx.write(artifact, { sheets = { { name = "Risks", header = { "Risk", "Mitigation" }, rows = rows } } },
          "risks.xlsx")
        sqlite.write(artifact,
          { { name = "risks", columns = { { "risk" }, { "mitigation" } }, rows = rows, primary = "risk" } },
          "risks.db")
        artifact:write("risks.md", markdown.table(rows, { header = { "Risk", "Mitigation" } }))
      end,
    },
    broken = {
      summary = "what is wrong is said at the plugin's line", extension = "txt",
      run = function(_, artifact) artifact:write(template.render("pages/risks.mustache", {})) end,
    },
  },
}
