local names = {}

function names.tidy(name)
  return (text.collapse(name):gsub("^([^,]+), (.+)$", "%2 %1"))
end

return names
