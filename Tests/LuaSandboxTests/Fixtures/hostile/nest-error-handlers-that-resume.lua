-- expect: error
local function handler(m) return coroutine.wrap(function() xpcall(error, handler, m) end)() end
error(tostring(select(2, xpcall(error, handler, 1))))
