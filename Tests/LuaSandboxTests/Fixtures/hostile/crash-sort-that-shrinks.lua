-- expect: contained
local t = {}
for i = 1, 1000 do t[i] = -i end
pcall(table.sort, t, function(a, b) for i = 1, 1000 do t[i] = nil end t.x = {} return a < b end)
pcall(table.sort, t, function() return true end)
