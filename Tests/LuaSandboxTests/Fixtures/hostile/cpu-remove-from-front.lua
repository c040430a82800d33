-- expect: killed-by-limit
local t = {}
for i = 1, 200000 do t[i] = i end
repeat table.remove(t, 1) until #t == 0
error("HOSTILE-SUCCEEDED")
