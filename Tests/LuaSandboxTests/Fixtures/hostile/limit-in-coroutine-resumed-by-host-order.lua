-- expect: killed-by-limit
local co = coroutine.create(function() while true do end end)
local ok = coroutine.resume(co)
error("HOSTILE-SUCCEEDED")
