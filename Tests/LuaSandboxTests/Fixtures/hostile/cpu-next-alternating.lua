-- expect: killed-by-limit
local t, u = {}, {}
for i = 1, 100000 do t["k" .. i] = i u["k" .. i] = i end
repeat next(t, "k1") next(u, "k1") until false
