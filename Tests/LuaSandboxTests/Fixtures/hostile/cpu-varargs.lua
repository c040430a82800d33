-- expect: killed-by-limit
local t = {}
local function copy(...) repeat select(-1, ...) select(1, ...) math.max(1, ...) until false end
for i = 1, 200000 do t[i] = i end
copy(table.unpack(t))
