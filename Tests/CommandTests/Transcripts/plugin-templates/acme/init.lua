return {
  checks = {
    outline = {
      summary = "names the sections of the template",
      severity = "info",
      each = "spec",
      run = function(spec, report)
        if not spec.schema then return end
        local titles = {}
        for _, section in ipairs(spec.schema.sections) do titles[#titles + 1] = section.title end
        report(spec, "%s: %s", spec.schema.name, table.concat(titles, ", "))
      end,
    },
  },
  exports = {
    list = {
      summary = "titles of specs",
      extension = "txt",
      run = function(workspace, artifact)
        for _, spec in ipairs(workspace.specs) do artifact:write(spec.title .. "\n") end
      end,
    },
  },
}
