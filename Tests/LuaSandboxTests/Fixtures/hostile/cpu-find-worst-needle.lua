-- expect: killed-by-limit
local s, needle = ("a"):rep(8000000), "b" .. ("a"):rep(255)
repeat s:find(needle, 1, true) until false
