-- expect: killed-by-limit
local t = {}
for i = 1, 1900 do t = setmetatable({}, { __index = t }) end
repeat local x = t.x until false
