local function try(what, ...)
  local done, found = pcall(...)
  print(what .. ": " .. (done and tostring(found):gsub("%s+$", "") or "no"))
end

return {
  checks = {
    ["team-known"] = {
      summary = "the team is in the list",
      severity = "info",
      each = "spec",
      run = function(spec, report)
        local teams = csv.decode(files.read "data/teams.csv", { header = true })
        report(spec, "%s, led by %s", env.get "TEAM" or "nobody", teams[1].Lead)
      end,
    },
  },
  exports = {
    all = {
      summary = "all that there is",
      extension = "txt",
      run = function(_, artifact)
        for _, name in ipairs(files.list()) do artifact:write(name .. "\n") end
        for _, name in ipairs { "data/teams.csv", "data/out.csv", "data/secret.csv", "perilune.yml" } do
          try(name, files.read, name)
        end
        for _, name in ipairs { "TEAM", "TOKEN", "PATH" } do try(name, env.get, name) end
        env.get "TOKEN"
      end,
    },
  },
}
