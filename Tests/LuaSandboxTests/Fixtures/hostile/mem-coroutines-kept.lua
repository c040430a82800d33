-- expect: killed-by-limit
local t = {}
for i = 1, math.huge do t[i] = coroutine.create(function() end) end
