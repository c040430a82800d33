return function()
  local s = ("x"):rep(5 << 20)
  return ("%s%s"):format(s, s)
end
