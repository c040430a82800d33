--! log=100
return function()
  for i = 1, 100 do print("line " .. i) end
  return "went on"
end
