-- expect: error
local function again() return table.concat(setmetatable({}, { __index = again, __len = function() return 2 end })) end
again()
