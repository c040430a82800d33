-- expect: killed-by-limit
local s = ("x"):rep(4 << 20)
repeat s:upper() s:lower() s:reverse() until false
