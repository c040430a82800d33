-- expect: killed-by-limit
local s = ("a"):rep(3000)
return s:find("(.-)(.-)%1%2b")
