return function() return setmetatable({}, { __gc = function() end }) end
