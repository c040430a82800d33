return function()
  local meta = {}
  local a = setmetatable({}, meta)
  meta.__index = function() return "late" end
  local b = setmetatable({}, meta)
  setmetatable(a, nil)
  local none = getmetatable(a) == nil
  return { a.x == nil, b.x, none, getmetatable(b) == meta }
end
