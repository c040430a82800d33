local levels = {}
function levels.of(risk)
  return risk.level
end
return levels