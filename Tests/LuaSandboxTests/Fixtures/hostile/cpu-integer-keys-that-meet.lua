-- expect: killed-by-limit
-- Spread over 2^17 places; in the next larger table all 2^17 stand in one.
local t = {}
for i = 1, 131073 do t[i * 262143] = true end
