-- expect: error
local t = {}
setmetatable(t, { __call = function(self, ...) return self(..., 1) end })
t()
