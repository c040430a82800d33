-- expect: killed-by-limit
local s = ("\x80"):rep(1 << 20)
repeat pcall(utf8.offset, s, -1, 1 << 20) for i in utf8.codes("") do end until false
