return function()
  local list = {}
  list[1] = { back = list }
  return list
end
