return function()
  return { 1, 2.5, true, "text", { a = 1, b = { "x" } }, {} }
end
