-- expect: killed-by-limit
local t = {}
repeat table.insert(t, 1, 1) until false
