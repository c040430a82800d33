-- Random patterns on random subjects, the same ones in every run: a line for each 500 comparisons, a sum over
-- their results. `Tests/Benchmarks/sandbox` sets COUNT and runs a million and more.
local count = COUNT or 20000
local state = 20261121

local function random(n)
  state = (state * 25214903917 + 11) & 0xFFFFFFFFFFFF
  return (state >> 17) % n + 1
end

local function one_of(list) return list[random(#list)] end

local letters = { "a", "a", "b", "c", "A", "1", " ", "-", ".", "(", ")", "\0", "\195", "\n" }
local singles = { "a", "a", "b", "c", ".", ".", "%a", "%A", "%d", "%s", "%w", "%W", "%p", "%l", "%u", "%x", "%g",
  "%c", "%z", "%.", "%%", "%(", "1", " ", "\0", "\195", "[abc]", "[^a]", "[a-c]", "[%a%s]", "[^%w]", "[]]", "[^]-]",
  "[%]a]", "[-a]", "[a-]", "[\0-\31]", "[\128-\255]" }
local quantifiers = { "", "", "", "*", "+", "-", "?" }
local oddities = { "(", ")", "()", "%b()", "%bab", "%f[%w]", "%f[^a]", "%1", "%2", "^", "$", "%", "[", "]", "[a", "[^",
  "%b", "%f", "%0", "*", "-", "?" }
local replacements = { "", "x", "%0", "%1", "<%0>", "%2", "%%", "%", "%a", { a = "A", ab = 1, [" "] = false },
  function(a, b) return b end, function(a) return a and #tostring(a) > 1 and "-" or nil end,
  function() return true end }

local function subject()
  local parts = {}
  for i = 1, random(24) - 1 do parts[i] = one_of(letters) end
  return table.concat(parts)
end

local function pattern()
  local parts, open = { random(8) == 1 and "^" or "" }, 0
  for _ = 1, random(6) do
    local choice = random(10)
    if choice == 1 then
      parts[#parts + 1] = one_of(oddities)
    elseif choice == 2 then
      parts[#parts + 1], open = "(", open + 1
    elseif choice == 3 and open > 0 then
      parts[#parts + 1], open = ")", open - 1
    else
      parts[#parts + 1] = one_of(singles) .. one_of(quantifiers)
    end
  end
  parts[#parts + 1] = random(12) == 1 and "" or (")"):rep(open)
  return table.concat(parts) .. (random(8) == 1 and "$" or "")
end

local sum = 0
local function add(...)
  for i = 1, select("#", ...) do
    local value = select(i, ...)
    -- Without the place of an error.
    local text = type(value) .. tostring(value):gsub("^[%w./]+:%d+: ", "")
    for n = 1, #text do sum = (sum * 31 + text:byte(n)) & 0xFFFFFFFFFFFF end
  end
end

local function each(s, p, from)
  local steps = 0
  for a, b in s:gmatch(p, from) do
    steps = steps + 1
    add(a, b)
    if steps == 40 then break end
  end
  return steps
end

local function compare()
  local s, p = subject(), pattern()
  local choice = random(8)
  if choice == 1 then add(pcall(string.find, s, p)) end
  if choice == 2 then add(pcall(string.find, s, p, random(30) - 15)) end
  if choice == 3 then add(pcall(string.find, s, s:sub(random(5), random(9)) .. one_of(letters), random(9), true)) end
  if choice == 4 then add(pcall(string.match, s, p)) end
  if choice == 5 then add(pcall(string.match, s, p, random(30) - 15)) end
  if choice == 6 then add(pcall(each, s, p, random(3) == 1 and random(20) - 10 or nil)) end
  if choice == 7 then add(pcall(string.gsub, s, p, one_of(replacements))) end
  if choice == 8 then add(pcall(string.gsub, s, p, one_of(replacements), random(5) - 2)) end
end

for number = 1, count do
  compare()
  if number % 500 == 0 then print(("%d %012x"):format(number, sum)) end
end
