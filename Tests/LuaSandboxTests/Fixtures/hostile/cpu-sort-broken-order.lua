-- expect: killed-by-limit
local t = {}
for i = 1, 100000 do t[i] = i end
repeat table.sort(t, function() return true end) until false
