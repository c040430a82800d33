-- expect: killed-by-limit
local t = {}
for i = 1, 100000 do t["k" .. i] = i end
repeat next(t) until false
