-- expect: killed-by-limit
repeat pcall(type) pcall(string.rep) pcall(setmetatable, 1) until false
