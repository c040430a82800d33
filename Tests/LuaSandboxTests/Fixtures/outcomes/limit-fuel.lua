--! fuel=100000
return function()
  local n = 0
  while true do
    n = n + 1
  end
end
