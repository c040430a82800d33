-- 20,000 requirements checked by 30 rules.
local words = { "should", "fast", "etc", "appropriate", "robust", "simple", "user-friendly", "flexible", "usually",
  "some", "many", "several", "easy", "adequate", "timely", "as needed", "if possible", "tbd", "later", "soon" }
local rules = {}
for i, word in ipairs(words) do
  local pattern = "%f[%w]" .. word:gsub("%-", "%%-") .. "%f[%W]"
  rules[i] = function(r) return r.lower:find(pattern) and "vague: " .. word end
end
rules[#rules + 1] = function(r) return not r.id:match("^%u+%-%d+$") and "id" end
rules[#rules + 1] = function(r) return r.text:match("^%s*$") and "empty" end
rules[#rules + 1] = function(r) return #r.text > 300 and "long" end
rules[#rules + 1] = function(r) return not r.text:find("MUST", 1, true) and "no MUST" end
rules[#rules + 1] = function(r) return select(2, r.text:gsub("%f[%a]and%f[%A]", "")) > 2 and "two in one" end
rules[#rules + 1] = function(r) return r.text:sub(-1) ~= "." and "no full stop" end
rules[#rules + 1] = function(r) return r.text:match("%(%s*%)") and "brackets" end
rules[#rules + 1] = function(r) return (tonumber(r.text:match("(%d+) ms")) or 0) > 900 and "slow" end
rules[#rules + 1] = function(r) return r.owner == "" and "owner" end
rules[#rules + 1] = function(r) return r.text:match("^%l") and "lower case" end

return function()
  assert(#rules == 30)
  local findings = {}
  for i = 1, 20000 do
    local text = ("The system %s answer request %d within %d ms and log it."):format(
      i % 3 == 0 and "should" or "MUST", i, i % 1000)
    local r = { id = "FR-" .. i, text = text, lower = text:lower(), owner = i % 9 == 0 and "" or "team" }
    for n, rule in ipairs(rules) do
      local message = rule(r)
      if message then findings[#findings + 1] = { r.id, n, message } end
    end
  end
  table.sort(findings, function(a, b) return a[2] < b[2] or (a[2] == b[2] and a[1] < b[1]) end)
  return #findings
end
