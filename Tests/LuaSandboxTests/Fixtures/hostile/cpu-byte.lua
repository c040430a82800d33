-- expect: killed-by-limit
local s = ("x"):rep(1 << 18)
repeat select("#", s:byte(1, -1)) until false
