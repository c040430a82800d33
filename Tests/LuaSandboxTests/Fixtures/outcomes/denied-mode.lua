return function() return setmetatable({}, { __mode = "k" }) end
