-- expect: killed-by-limit
local s = "xy"
repeat s = ("%s%s%s"):format(s, s, s) until false
