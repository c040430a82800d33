return function()
  math.randomseed(99)
  return { math.random(1000), math.random(1000), math.random(1000) }
end
