-- expect: error
local function again(t) for k in pairs(t) do end end
again(setmetatable({}, { __pairs = function(t) again(t) return next, {}, nil end }))
