-- expect: killed-by-limit
local t = {}
for i = 1, math.huge do t[i] = table.pack(table.unpack({}, 1, 200000)) end
