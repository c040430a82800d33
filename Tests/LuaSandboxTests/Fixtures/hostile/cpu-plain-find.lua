-- expect: killed-by-limit
local s, p = ("a"):rep(1 << 20), ("a"):rep(1 << 19) .. "b"
repeat s:find(p, 1, true) until false
