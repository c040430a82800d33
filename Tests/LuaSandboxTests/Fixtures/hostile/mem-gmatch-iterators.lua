-- expect: killed-by-limit
local kept = {}
repeat kept[#kept + 1] = (("x"):rep(1000) .. #kept):gmatch("x") until false
