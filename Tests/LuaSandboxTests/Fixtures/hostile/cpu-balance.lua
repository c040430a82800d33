-- expect: killed-by-limit
local s = ("("):rep(1 << 16)
repeat s:find("%b()") until false
