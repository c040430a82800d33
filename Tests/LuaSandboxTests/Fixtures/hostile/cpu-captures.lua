-- expect: killed-by-limit
local s = ("a"):rep(200)
repeat s:find("(.-)(.-)(.-)(.-)(.-)b") until false
