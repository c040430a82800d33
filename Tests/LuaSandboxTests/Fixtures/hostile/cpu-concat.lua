-- expect: killed-by-limit
local t = {}
for i = 1, 10000 do t[i] = "x" end
repeat table.concat(t) until false
