-- expect: killed-by-limit
local t = {}
for i = 1, 100000 do t[i] = i end
repeat select("#", table.unpack(t)) until false
