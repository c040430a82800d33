-- expect: error
local function again() table.insert(setmetatable({}, { __newindex = again }), 1) end
again()
