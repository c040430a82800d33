-- expect: contained
local function f(n) return coroutine.wrap(function() return f(n + 1) end)() end
pcall(f, 1)
