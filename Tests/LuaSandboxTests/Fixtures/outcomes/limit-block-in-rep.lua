return function()
  return pcall(string.rep, "x", 1 << 40)
end
