-- expect: error
local t
t = setmetatable({}, { __tostring = function() return ("%s"):format(t) end })
return ("%s"):format(t)
