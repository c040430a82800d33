-- expect: contained
local thread
thread = coroutine.create(function() return coroutine.resume(thread) end)
local _, done, message = coroutine.resume(thread)
assert(not done and message)
local w
w = coroutine.wrap(function() return w() end)
assert(not pcall(w))
pcall(coroutine.resume, coroutine.running())
