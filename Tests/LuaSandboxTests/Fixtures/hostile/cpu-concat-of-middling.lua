-- expect: killed-by-limit
local s, i = ("x"):rep(60000), 0
repeat local x = s .. i i = i + 1 until false
