-- Inheritance, operators, read-only views, memoised fields: 20,000 objects of two classes.
local Shape = { sides = 0 }
Shape.__index = Shape
Shape.__eq = function(a, b) return a.name == b.name end
Shape.__lt = function(a, b) return a.sides < b.sides end
Shape.__tostring = function(self) return self.name .. "/" .. self.sides end
Shape.__len = function(self) return self.sides end
Shape.__call = function(self, by) return self.sides * by end
function Shape.new(class, name) return setmetatable({ name = name }, class) end

local Square = setmetatable({ sides = 4 }, { __index = Shape, __call = Shape.new })
Square.__index = Square
Square.__tostring = Shape.__tostring
Square.__add = function(a, b) return Square(a.name .. b.name) end

local function read_only(t)
  return setmetatable({}, {
    __index = t, __newindex = function() error("read-only", 2) end, __pairs = function() return pairs(t) end,
  })
end

return function()
  local total = 0
  for i = 1, 20000 do
    local square = Square("s" .. i) + Square("t")
    total = total + #tostring(square) + square.sides
  end
  local view = read_only { 1, 2, x = 3 }
  assert(not pcall(function() view.y = 1 end))
  for _, value in pairs(view) do total = total + value end
  local a, b = setmetatable({ name = "a", sides = 1 }, Shape), setmetatable({ name = "b", sides = 2 }, Shape)
  assert(a < b and a ~= b and #b == 2 and b(3) == 6)
  return total
end
