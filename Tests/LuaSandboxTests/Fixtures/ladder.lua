-- Touches what allocates: closures, classes, frames, patterns, sorting, coroutines, errors, modules.
local lib = require "lib"

local Object = {}
Object.__index = Object
function Object.new(name) return setmetatable({ name = name }, Object) end
function Object:title() return ("%s (%d)"):format(self.name, #self.name) end

return function(doc)
  local out = { Object.new(doc.title):title() }
  for key, value in pairs(doc) do out[#out + 1] = key .. "=" .. tostring(value) end
  for index, item in ipairs(doc.items) do
    out[#out + 1] = item:shout() .. index .. item.computed.of .. table.concat(item.tags)
  end
  out[#out + 1] = ("a,b,c"):gsub("%w", function(c) return c:rep(3) end)
  for word in ("must shall should"):gmatch("%a+") do table.insert(out, 1, word) end
  table.sort(out, function(a, b) return a > b end)
  local step = coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i) end end)
  out[#out + 1] = tostring(step() + step())
  out[#out + 1] = look_up("one")[1]
  out[#out + 1] = select(2, pcall(look_up, "two"))[1]
  out[#out + 1] = coroutine.wrap(function() coroutine.yield(look_up("three")[1]) end)()
  pcall(look_up)
  pcall(error, "caught")
  xpcall(function() error({}) end, function(value) return tostring(value) .. "!" end)
  pcall(require, "absent")
  pcall(require, "broken")
  print(#out, lib.name, next(doc, (next(doc))))
  return { out = out, length = utf8.len(doc.title), nested = { { {} } } }
end
