-- A case is its work, or a table where it also nests in a way of its own.
local text = ("long text "):rep(5000)
local wide = {}
for i = 1, 20000 do wide[i] = i end
local keyed = {}
for i = 1, 5000 do keyed["key " .. i] = i end

return {
  assert = function() return assert(table.unpack(wide)) end,
  error = function(i) error(text .. i) end,
  getmetatable = {
    work = function(i) return getmetatable(setmetatable({}, { __metatable = text .. i })) end,
  },
  ipairs = function()
    for _ in ipairs(wide) do end
    return ipairs({})
  end,
  next = function(i)
    local key
    repeat key = next(keyed, key) until key == nil
    return { [i] = next(wide) }
  end,
  pairs = {
    work = function()
      for _ in pairs(keyed) do end
      return pairs(keyed)
    end,
    nest = function(again)
      for _ in pairs(setmetatable({}, { __pairs = function() return again() end })) do end
    end,
  },
  print = {
    work = function(i) return print(text, i, table.unpack(wide)) end,
    nest = function(again) return print(setmetatable({}, { __tostring = again })) end,
  },
  rawequal = function(i) return rawequal(text .. i, text .. i) end,
  rawget = function() for i = 1, 1000 do rawget(keyed, "key " .. i) end end,
  rawlen = function(i) return rawlen({ i, i, i }) + rawlen(text .. i) end,
  rawset = function(i) for n = 1, 1000 do rawset(keyed, i * 1000 + n, text) end end,
  require = function(i)
    pcall(require, text .. i)
    return require("basics")
  end,
  select = function(i) return select(-19000 - i % 1000, table.unpack(wide)) end,
  setmetatable = {
    work = function(i)
      keyed.__index = { i }
      return setmetatable({}, keyed)
    end,
    nest = function(again)
      return setmetatable({}, { __index = again }).field
    end,
  },
  tonumber = function(i) return tonumber(("1"):rep(60000), 2 + i % 30) or tonumber(" " .. text) end,
  tostring = {
    work = function(i) return tostring(i + 0.1), tostring({}), tostring(text .. i) end,
    nest = function(again) return tostring(setmetatable({}, { __tostring = again })) end,
  },
  type = function(i) return type(i), type(text .. i) end,
}
