-- expect: killed-by-limit
local s = ("x"):rep(8000000)
repeat pcall(string.unpack, "z", s) until false
