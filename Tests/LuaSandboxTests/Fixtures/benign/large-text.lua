-- A register of 5 MB, made in pieces and read back line by line.
return function()
  local lines = {}
  for i = 1, 60000 do lines[i] = ("%d,%q,%.2f,a cell of an ordinary length that is padded to be longer"):format(i, "r" .. i, i / 7) end
  local text = table.concat(lines, "\n")
  local count = 0
  for line in text:gmatch("[^\n]+") do
    local number = line:match("^(%d+),")
    count = count + tonumber(number) % 3
  end
  assert(#text > 4 << 20)
  return count .. " " .. #text:upper():gsub("%d", "")
end
