--! fuel=100000
return function()
  repeat pcall(function() while true do end end) until false
end
