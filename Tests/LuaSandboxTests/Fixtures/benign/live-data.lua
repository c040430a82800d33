-- 60 MiB that live at once, in small pieces, while garbage comes and goes.
return function()
  local live, count = {}, 0
  for i = 1, 200000 do
    live[i] = { id = i, text = "requirement number " .. i, tags = { i % 7 } }
    count = count + #("garbage " .. i)
  end
  for round = 1, 3 do
    for i = 1, 200000, 10 do live[i].text = live[i].text .. round end
  end
  return count + #live
end
