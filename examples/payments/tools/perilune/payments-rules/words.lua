local words = {}

--- The first word of a list that a text holds, in any case and also inside of others; nil for none.
function words.find(list, s)
  s = s:lower()
  for _, word in ipairs(list) do
    if s:find(word:lower(), 1, true) then return word end
  end
end

return words
