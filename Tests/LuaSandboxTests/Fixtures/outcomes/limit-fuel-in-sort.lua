--! fuel=100000
return function()
  local list = {}
  for i = 1, 1000 do list[i] = i * 7919 % 1009 end
  repeat table.sort(list) until false
end
