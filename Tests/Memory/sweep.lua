-- Touches what allocates, in one file and with nothing but a list as its argument.
local Object = {}
Object.__index = Object

return function(list)
  local out = { setmetatable({ name = "n" }, Object).name, list[1], look_up("one")[1] }
  out[#out + 1] = select(2, pcall(look_up, "two"))[1]
  out[#out + 1] = coroutine.wrap(function() coroutine.yield(look_up("three")[1]) end)()
  out[#out + 1] = ("a,b,c"):gsub("%w", function(c) return c:rep(3) .. #look_up(c) end)
  for word in ("must shall should"):gmatch("%a+") do table.insert(out, 1, word) end
  table.sort(out, function(a, b) return tostring(a) > tostring(b) end)
  local map = {}
  for i = 1, 50 do map["key " .. i], map[i + 0.5] = { i }, string.pack("z s4 c9", "z", "s", "c") end
  for key in pairs(map) do out[#out + 1] = tostring(key) end
  pcall(error, "caught")
  xpcall(function() error({}) end, function(value) return tostring(value) .. "!" end)
  pcall(require, "absent")
  print(#out, next(map), ("%s %5.2f %q"):format(true, 1 / 3, "quoted"))
  return { out = out, length = utf8.len("Überblick"), nested = { { {} } } }
end
