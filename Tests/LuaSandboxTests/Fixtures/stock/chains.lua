-- Tables behind tables by `__index` and `__newindex`, in chains of any length, built in any order, with
-- functions, strings and loops among them.
local seed = 42
local function random(n)
  seed = (seed * 1103515245 + 12345) % 2147483648
  return seed // 65536 % n + 1
end

local COUNT, NAMES = 9, { "a", "b", "c", 1, 2, "len" }
local tables, names, metatables

local function target()
  local kind = random(20)
  if kind == 1 then return function(t, k) return "f" .. tostring(k) .. (names[t] or "?") end end
  if kind == 2 then return "text" end
  return tables[random(COUNT)]
end

local function new()
  tables, names, metatables = {}, {}, {}
  for i = 1, COUNT do
    tables[i] = {}
    names[tables[i]] = "t" .. i
  end
  -- Those that several tables share.
  for i = 1, COUNT do
    local to = target()
    metatables[i] = {
      __index = random(3) > 1 and target() or nil,
      __newindex = random(3) == 1 and type(to) ~= "string" and to or nil,
    }
  end
end

local function told(done, ...)
  if done then return ... end
  local message = tostring(...)
  return message:find("loop", 1, true) and "a loop" or message
end

local function get(t, k) return t[k] end
local function set(t, k, v) t[k] = v end
local function shown(value) return names[value] or tostring(value):gsub("function.*", "function") end

for round = 1, 100 do
  new()
  local parts = {}
  for _ = 1, 60 do
    local i, what = random(COUNT), random(10)
    local t, name = tables[i], NAMES[random(#NAMES)]
    if what <= 2 then
      rawset(t, name, i * 100 + random(9))
    elseif what <= 4 then
      setmetatable(t, metatables[random(COUNT)])
    elseif what == 5 then
      -- A chain of all, from one end or the other.
      local up = random(2) == 1
      for n = 1, COUNT - 1 do
        local at = up and n or COUNT - n
        local next = tables[at + 1]
        setmetatable(tables[at], { __index = next, __newindex = random(2) == 1 and next or nil })
      end
      setmetatable(tables[COUNT], nil)
    elseif what <= 8 then
      parts[#parts + 1] = shown((told(pcall(get, t, name))))
    else
      parts[#parts + 1] = shown((told(pcall(set, t, name, round))) or "set")
    end
  end
  for i = 1, COUNT do
    for _, name in ipairs(NAMES) do
      local value = rawget(tables[i], name)
      if value ~= nil then parts[#parts + 1] = names[tables[i]] .. name .. "=" .. shown(value) end
    end
  end
  print(table.concat(parts, " "))
end
