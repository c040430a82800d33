local function need(value)
  if not value then error("a value is needed", 2) end
end
return function()
  need(nil)
  return true
end
