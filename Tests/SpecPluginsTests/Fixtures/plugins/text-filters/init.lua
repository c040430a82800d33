-- Which paragraphs and cells come to rules that say what they look for.
local function rule(each, matching, containing)
  return {
    summary = "s", severity = "info", each = each, matching = matching, containing = containing,
    run = function(block, report) report(block, "%s", block.text) end,
  }
end

return {
  checks = {
    all = rule "text",
    anchored = rule("text", { "^And" }),
    backwards = rule("text", { "(%a+) %1" }),
    both = rule("text", { "%d%d" }, { "THE the" }),
    code = rule("code", { "^```sql" }),
    patterns = rule("text", { "%u%-%d", "§" }),
    phrases = rule("text", nil, { "fast", "such as", "naïve" }),
  },
}
