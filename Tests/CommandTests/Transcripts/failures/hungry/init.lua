-- A rule for each limit, named after it.
local function rule(run)
  return { summary = "for a test", severity = "warning", each = "section", run = run }
end

return {
  checks = {
    block = rule(function() return ("x"):rep(1 << 24) end),
    deadline = rule(function() while true do end end),
    findings = rule(function(section, report)
      for _ = 1, 1e9 do pcall(report, section, "more") end
    end),
    fuel = rule(function() while true do pcall(error) end end),
    memory = rule(function()
      local all
      while true do all = { all } end
    end),
    message = rule(function(section, report)
      report(section, "a word and %s", ("many more "):rep(1000))
    end),
    much = rule(function(section, report)
      for number = 1, 1000 do report(section, "%d %s", number, ("x"):rep(80)) end
    end),
  },
  transforms = {
    edits = {
      summary = "for a test",
      run = function(spec, edit)
        for _ = 1, 1e9 do pcall(edit.set, edit, spec, "status", "Approved") end
      end,
    },
  },
  exports = {
    result = {
      summary = "for a test",
      extension = "txt",
      run = function(_, artifact)
        for _ = 1, 1e9 do pcall(artifact.write, artifact, ("x"):rep(1000)) end
      end,
    },
  },
}
