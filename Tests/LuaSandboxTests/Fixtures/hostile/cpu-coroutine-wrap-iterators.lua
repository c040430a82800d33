-- expect: killed-by-limit
local function deep(n) return coroutine.wrap(function() if n > 0 then for x in deep(n - 1) do coroutine.yield(x) end else while true do coroutine.yield(1) end end end) end
for x in deep(20) do end
