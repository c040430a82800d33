-- expect: killed-by-limit
local s = ("\0"):rep(1 << 20)
repeat ("%q"):format(s) until false
