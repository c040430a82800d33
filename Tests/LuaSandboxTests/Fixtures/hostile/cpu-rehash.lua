-- expect: killed-by-limit
local t = {}
for i = 1, 1 << 17 do t["k" .. i] = i end
repeat for i = 1, 100 do t["k" .. i] = nil t["x" .. i] = 1 t["x" .. i] = nil end until false
