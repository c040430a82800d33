-- expect: killed-by-limit
local s = "xy"
repeat s = s:gsub("%w", "%0%0%0%0") until false
