-- expect: killed-by-limit
local m = { __lt = function(a, b) return a.n < b.n end, __index = function(t) while true do end end }
local a, b = setmetatable({}, m), setmetatable({}, m)
repeat pcall(function() return a < b end) until false
