-- expect: killed-by-limit
local p = ""
repeat p = p .. ("[a-z]?"):rep(10000) pcall(string.find, "x", p) until false
