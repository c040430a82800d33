-- expect: killed-by-limit
local p = ("[a]"):rep(1 << 20)
repeat pcall(string.find, "", p) until false
