--! memory=1000000
return function()
  local last
  for i = 1, 200000 do last = { i, ("x"):rep(100) .. i } end
  for i = 1, 100 do last = ("y"):rep(200000) end
  return #last
end
