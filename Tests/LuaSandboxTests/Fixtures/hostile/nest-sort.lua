-- expect: error
local function s() table.sort({ 2, 1 }, function(a, b) s() return a < b end) end
s()
