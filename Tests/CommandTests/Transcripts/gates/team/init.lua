return {
  checks = {
    owned = {
      summary = "a risk has an owner", severity = "error", each = "risk",
      run = function(risk, report)
        if risk.owner == "" then report(risk:at "owner", "nobody owns %q", risk.title) end
      end,
    },
    short = {
      summary = "a risk is said in a word", severity = "info", each = "risk",
      run = function(risk, report)
        if risk.text:find " " then report(risk, "%q is long", risk.title) end
      end,
    },
    broken = {
      summary = "fails", severity = "error", each = "spec", preset = "strict",
      run = function(spec) error("no") end,
    },
  },
  transforms = {
    approve = {
      summary = "approves what nobody objects to",
      gate = { "team", "structure" },
      run = function(spec, edit, options)
        if spec.status == "draft" then edit:set(spec, "status", options.status) end
      end,
    },
  },
  exports = {
    list = {
      summary = "states", extension = "txt",
      run = function(workspace, artifact)
        for _, spec in ipairs(workspace.specs) do
          artifact:write(spec.path .. " " .. spec.status .. "\n")
        end
      end,
    },
  },
}
