-- expect: killed-by-limit
local digits = ("0"):rep(4 << 20) .. "1"
repeat local x = digits + 1 x = math.abs(digits) x = ("x"):rep(digits) x = x:sub(digits) until false
