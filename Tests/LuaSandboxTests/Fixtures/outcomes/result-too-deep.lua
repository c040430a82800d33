return function()
  local value = {}
  for _ = 1, 40 do value = { value } end
  return value
end
