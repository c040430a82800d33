--! call=protected
local function inner() error("caught by the host") end
return function() inner() end
