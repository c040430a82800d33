-- expect: killed-by-limit
local kept = {}
local function deep(n) if n == 0 then coroutine.yield() else return 1 + deep(n - 1) end end
repeat
  local thread = coroutine.create(deep)
  coroutine.resume(thread, 10000)
  kept[#kept + 1] = thread
until false
