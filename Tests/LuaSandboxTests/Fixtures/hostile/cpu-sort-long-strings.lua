-- expect: killed-by-limit
local t = {}
for i = 1, 200 do t[i] = ("x"):rep(100000) .. i end
repeat table.sort(t, nil) table.sort(t) until false
