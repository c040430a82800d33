-- expect: killed-by-limit
local name = ("x"):rep(100000)
repeat pcall(require, name) until false
