--! fuel=100000
return function()
  print(setmetatable({}, { __tostring = function() while true do end end }))
end
