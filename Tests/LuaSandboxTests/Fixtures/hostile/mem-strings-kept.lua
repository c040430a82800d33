-- expect: killed-by-limit
local t = {}
for i = 1, math.huge do t[i] = ("x"):rep(1 << 20) .. i end
