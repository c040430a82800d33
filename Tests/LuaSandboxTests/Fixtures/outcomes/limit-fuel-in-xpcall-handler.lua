--! fuel=100000
return function()
  repeat
    xpcall(function() while true do end end, function() while true do end end)
  until false
end
