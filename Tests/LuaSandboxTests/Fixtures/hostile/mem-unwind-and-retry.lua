-- expect: killed-by-limit
local function grow() local t = {} for i = 1, math.huge do t[i] = { i } end end
while true do pcall(grow) end
