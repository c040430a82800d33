-- expect: killed-by-limit
-- Lua looks at the first 31 bits of a float.
local t = {}
for i = 1, 1 << 18 do t[1 + i * 2.0 ^ -50] = true end
repeat t = next({}) until false
