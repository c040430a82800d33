-- A hundred rules on footnotes, which generated specs lack.
local checks = {}
for number = 1, 100 do
  checks["rule-" .. number] = {
    summary = "rule " .. number .. " on footnotes",
    severity = "info",
    each = "footnote",
    run = function(block, report) report(block, "a footnote") end,
  }
end

return { checks = checks }
