return function()
  error("instruction limit of 1 reached", 0)
end
