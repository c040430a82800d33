return function() return setmetatable({}, { __close = function() end }) end
