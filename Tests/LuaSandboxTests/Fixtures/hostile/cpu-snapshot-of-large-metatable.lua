-- expect: killed-by-limit
local m = {}
for i = 1, 200000 do m["f" .. i] = i end
repeat setmetatable({}, m) until false
