return function()
  local t = { [{}] = 1 }
  for key in pairs(t) do return key end
end
