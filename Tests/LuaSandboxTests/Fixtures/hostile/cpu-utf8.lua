-- expect: killed-by-limit
local s = ("\u{20AC}"):rep(1 << 20)
repeat utf8.len(s) until false
