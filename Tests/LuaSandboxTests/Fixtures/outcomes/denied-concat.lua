return function() return setmetatable({}, { __concat = function() end }) end
