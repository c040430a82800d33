-- expect: error
local f = function() end
for i = 1, 100000 do f = setmetatable({}, { __call = f }) end
for i = 1, 10 do pcall(f) end
