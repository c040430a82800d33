-- expect: error
local function again(t) return #t end
local t = setmetatable({}, { __len = function(t) return (again(t)) + 1 end })
error(tostring(#t))
