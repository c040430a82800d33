-- Parts are read one by one where they are read in their order, else all at once: nobody can tell.
return {
  checks = {
    backwards = {
      summary = "s", severity = "info", each = "spec",
      run = function(spec, report)
        local risks = spec:items "risk"
        for n = #risks, 1, -7 do report(risks[n], "%s in %s", risks[n].id, risks[n].section.title) end
      end,
    },
    between = {
      summary = "s", severity = "info", each = "text", matching = { "R%-%d*5", "%f[%w]%d*4%f[%D]" },
      run = function(block, report) report(block, "%s: %s", block.section.title, block.text) end,
    },
    jumping = {
      summary = "s", severity = "info", each = "spec",
      run = function(spec, report)
        local sections = spec.sections
        for _, n in ipairs { 40, 3, 44, 2, 39, 45 } do
          report(sections[n], "%s below %s", sections[n].title, sections[n].parent.title)
        end
      end,
    },
  },
}
