-- expect: killed-by-limit
local s = ("1"):rep(1 << 20)
repeat tonumber(s) until false
