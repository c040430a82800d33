local function words(text)
  return coroutine.wrap(function()
    for word in text:gmatch("%a+") do
      local ok = pcall(coroutine.yield, word)
    end
  end)
end
return function()
  local list = {}
  for word in words("must shall should") do list[#list + 1] = word end
  return list
end
