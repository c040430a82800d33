-- expect: error
local m = {}
m.__lt = function(a, b) return a < b end
m.__eq = function(a, b) return a == b end
m.__add = function(a, b) return -(a + b) end
local a, b = setmetatable({}, m), setmetatable({}, m)
pcall(function() return a < b end)
pcall(function() return a == b end)
return a + b
