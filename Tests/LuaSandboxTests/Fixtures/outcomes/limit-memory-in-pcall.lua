--! memory=1000000
return function()
  local keep = {}
  for i = 1, math.huge do
    if not pcall(function() keep[i] = ("z"):rep(1000) .. i end) then keep[i - 1] = nil end
  end
end
