-- expect: killed-by-limit
local format = ("!16bXi16"):rep(200000)
repeat pcall(string.packsize, format) until false
