-- expect: error
local function deep() return deep() + 1 end
error(tostring(select(2, xpcall(deep, function(m) return deep() end))))
