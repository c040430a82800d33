-- expect: killed-by-limit
local e = ("x"):rep(4 << 20)
repeat pcall(error, e .. #e) until false
