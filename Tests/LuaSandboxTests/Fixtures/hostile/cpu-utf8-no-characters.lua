-- expect: killed-by-limit
local s = ("\x80"):rep(1 << 20)
repeat utf8.offset(s, 0, #s) pcall(utf8.len, s, 1, -1, true) until false
