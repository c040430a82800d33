-- What a typical checker does: 20,000 requirements, five passes of patterns, references, sorting.
local levels = { "P0", "P1", "P2" }
local requirements = {}
for i = 1, 20000 do
  requirements[i] = {
    id = ("FR-%d"):format(i), priority = levels[i % 3 + 1], owner = i % 7 == 0 and "" or "team " .. i % 50,
    text = ("The system %s answer request %d within %d ms, see FR-%d and [design](d%d.md)."):format(
      i % 4 == 0 and "should" or "MUST", i, i % 900, (i * 7919) % 22000, i % 100),
  }
end

local findings = {}
local function report(requirement, format, ...)
  findings[#findings + 1] = { requirement.id, format:format(...) }
end

local known = {}
for _, requirement in ipairs(requirements) do known[requirement.id] = requirement end
local vague = { "should", "appropriate", "fast", "etc" }
for _, requirement in ipairs(requirements) do
  local text = requirement.text
  local words = {}
  for word in text:lower():gmatch("%a+") do words[word] = (words[word] or 0) + 1 end
  for _, word in ipairs(vague) do
    if words[word] then report(requirement, "vague: %q", word) end
  end
  local amount = tonumber(text:match("within (%d+) ms"))
  if amount and amount > 800 then report(requirement, "slow: %d ms", amount) end
  for reference in text:gmatch("FR%-%d+") do
    if not known[reference] then report(requirement, "unknown reference %s", reference) end
  end
  if requirement.owner:match("^%s*(.-)%s*$") == "" then report(requirement, "nobody owns it") end
  if not text:gsub("%b[]%b()", ""):find("%f[%a]MUST%f[%A]") then report(requirement, "no MUST") end
end

table.sort(requirements, function(a, b)
  if a.priority ~= b.priority then return a.priority < b.priority end
  return a.id < b.id
end)
local sum = 0
for position, finding in ipairs(findings) do
  sum = (sum * 31 + position * #finding[1] + #finding[2]) % 1000003
end
print(#findings .. " " .. sum .. " " .. requirements[1].id .. " " .. requirements[#requirements].id)
