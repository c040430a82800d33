-- expect: killed-by-limit
local a = ("\0"):rep(4 << 20)
local b = ("\0"):rep(4 << 20) .. "x"
local n = 0
repeat if a < b then n = n + 1 end until false
