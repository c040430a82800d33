-- expect: killed-by-limit
local step = utf8.codes("")
local s = ("\x80"):rep(4 << 20)
repeat pcall(step, s, 1) until false
