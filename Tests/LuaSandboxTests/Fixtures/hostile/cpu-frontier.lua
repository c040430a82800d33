-- expect: killed-by-limit
local s = ("a "):rep(1 << 18)
repeat s:gsub("%f[b]", "") until false
