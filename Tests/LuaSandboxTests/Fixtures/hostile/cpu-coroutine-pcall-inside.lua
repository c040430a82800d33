-- expect: killed-by-limit
local co
repeat
  co = coroutine.create(function() pcall(function() while true do end end) while true do end end)
  coroutine.resume(co)
until false
