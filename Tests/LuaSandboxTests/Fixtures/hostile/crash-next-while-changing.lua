-- expect: contained
local t = {}
for i = 1, 100 do t["k" .. i] = i end
for k in pairs(t) do t[k] = nil for i = 1, 50 do t["x" .. k .. i] = i end if #k > 40 then break end end
for k in next, t do t[k] = nil t[{}] = nil end
pcall(next, t, "not there")
pcall(next, t, 0 / 0)
