-- expect: contained
for _, value in ipairs { "x", 1, true, print, string, table, math, coroutine, utf8, coroutine.create(print), ("x"):gmatch(".") } do
  local m = getmetatable(value)
  assert(m == nil or m == false, "HOSTILE-SUCCEEDED")
end
assert(not pcall(setmetatable, string, {}), "HOSTILE-SUCCEEDED")
