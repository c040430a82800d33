return {
  checks = {
    reach = {
      summary = "nothing can be reached from here",
      severity = "info",
      each = "spec",
      run = function(spec, report)
        local reached = {}
        for _, name in ipairs { "io", "os", "debug", "package", "load", "dofile" } do
          if _G[name] ~= nil then reached[#reached + 1] = name end
        end
        print("looked around in " .. spec.path .. "\27[31m")
        report(spec, "reached " .. #reached .. " of 6")
      end,
    },
    ["same-title"] = {
      summary = "two specs have two titles",
      severity = "error",
      each = "workspace",
      run = function(workspace, report)
        local seen = {}
        for _, spec in ipairs(workspace.specs) do
          if seen[spec.title] then
            report(spec, 'the title of "' .. seen[spec.title] .. '", too')
          end
          seen[spec.title] = seen[spec.title] or spec.path
        end
      end,
    },
  },
  exports = {
    talk = {
      summary = "says what it does",
      extension = "txt",
      run = function(workspace, artifact)
        print("about to write")
        artifact:write(#workspace.specs .. " specs\n")
      end,
    },
  },
}
