local names = require "names"

return {
  checks = {
    ["risk-owned"] = {
      summary = "a risk that matters has an owner",
      severity = "error",
      each = "risk",
      run = function(risk, report, options)
        for _, level in ipairs(options.levels) do
          if risk.impact == level and text.is_blank(risk.owner) then
            report(risk:at "owner", "nobody owns the risk %q", risk.title)
          end
        end
      end,
    },
    ["risk-once"] = {
      summary = "no two specs have one risk",
      severity = "warning",
      each = "workspace",
      run = function(workspace, report)
        local seen = {}
        for _, risk in ipairs(workspace:items "risk") do
          if seen[risk.title] then report(risk, "another spec has it, too") end
          seen[risk.title] = true
        end
      end,
    },
    ["shouting"] = {
      summary = "nobody shouts",
      severity = "info",
      each = "paragraph",
      run = function(paragraph, report)
        if paragraph.text:find("!!", 1, true) then report(paragraph:at "!!", "why shout?") end
      end,
    },
  },
  transforms = {
    ["tidy-owners"] = {
      summary = "writes owners one way",
      each = "risk",
      run = function(risk, edit)
        if not text.is_blank(risk.owner) then edit:set(risk, "owner", names.tidy(risk.owner)) end
      end,
    },
  },
  exports = {
    list = {
      summary = "who owns what",
      extension = "csv",
      run = function(workspace, artifact)
        local rows = {}
        for _, risk in ipairs(workspace:items "risk") do rows[#rows + 1] = { risk.owner, risk.text } end
        csv.write(artifact, rows, { header = { "Owner", "Risk" }, eol = "\n" })
      end,
    },
  },
}
