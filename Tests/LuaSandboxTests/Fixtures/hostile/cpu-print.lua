-- expect: killed-by-limit
local s = ("x"):rep(1 << 20)
repeat print(s) until false
