local function check(value)
  error("no owner for " .. value)
end
return function()
  check("R-1")
  return true
end
