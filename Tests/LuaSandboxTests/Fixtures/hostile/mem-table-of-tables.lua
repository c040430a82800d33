-- expect: killed-by-limit
local function grow(n) return n == 0 and {} or { grow(n - 1), grow(n - 1), grow(n - 1), grow(n - 1) } end
local t = grow(30)
