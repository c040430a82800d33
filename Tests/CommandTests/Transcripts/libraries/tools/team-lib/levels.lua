local levels = {}

function levels.matters(level)
  return level == "high" or level == "very-high"
end

return levels
