-- expect: error
local function g() for w in ("a b"):gmatch(function() end) do g() end end
g()
