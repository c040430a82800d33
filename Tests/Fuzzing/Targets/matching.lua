-- What a pattern function gives, as a text: run in the sandbox and in stock Lua.
local function shown(value)
  if type(value) ~= "string" then return tostring(value) end
  local parts = {}
  for i = 1, #value do parts[i] = string.format("%02x", string.byte(value, i)) end
  return '"' .. table.concat(parts) .. '"'
end

local function all(...)
  local parts = {}
  for i = 1, select("#", ...) do
    local value = select(i, ...)
    parts[i] = shown(value)
  end
  return table.concat(parts, " ")
end

local operations = {}

function operations.find(number, pattern, _, subject)
  return string.find(subject, pattern, number)
end

function operations.plain(number, pattern, _, subject)
  return string.find(subject, pattern, number, true)
end

function operations.match(number, pattern, _, subject)
  return string.match(subject, pattern, number)
end

function operations.gmatch(_, pattern, _, subject)
  local lines = {}
  for a, b, c in string.gmatch(subject, pattern) do lines[#lines + 1] = all(a, b, c) end
  return table.concat(lines, "\n")
end

function operations.gsub(number, pattern, replacement, subject)
  if number < 0 then return string.gsub(subject, pattern, replacement) end
  return string.gsub(subject, pattern, replacement, number)
end

-- A replacement that is called, one that is looked up.
function operations.call(_, pattern, replacement, subject)
  return string.gsub(subject, pattern, function(...)
    if select("#", ...) > 1 then return replacement .. all(...) end
  end)
end

function operations.lookup(_, pattern, replacement, subject)
  return string.gsub(subject, pattern, { [replacement] = "found", a = false, b = 1 })
end

return function(number, operation, pattern, replacement, subject)
  local run = operations[operation] or string.match
  return all(pcall(run, number, pattern, replacement, subject))
end
