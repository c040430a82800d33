local wide = {}
for i = 1, 20000 do wide[i] = i end
local words = {}
for i = 1, 2000 do words[i] = "a word of some length " .. (i * 7919 % 2000) end

-- A list of two elements that only a function knows.
local function list(index, length)
  return setmetatable({}, { __index = index, __newindex = index, __len = length or function() return 2 end })
end

return {
  ["table.concat"] = {
    work = function(i)
      pcall(table.concat, list(function() return "" end), "", 1, 1 << 20)
      return table.concat(words, "," .. i), table.concat(wide, 0.5)
    end,
    nest = function(again) return table.concat(list(again)) end,
  },
  ["table.insert"] = {
    work = function(i) return table.insert(wide, 1, i) end,
    nest = function(again) return table.insert(list(again), 1) end,
  },
  ["table.move"] = {
    work = function(i) return table.move(wide, 1, 20000, 2 + i % 3, {}) end,
    nest = function(again) return table.move(list(again), 1, 2, 3) end,
  },
  ["table.pack"] = function() return table.pack(table.unpack(wide)) end,
  ["table.remove"] = {
    work = function(i)
      wide[20000] = i
      return table.remove(wide, 1)
    end,
    nest = function(again) return table.remove(list(again)) end,
  },
  ["table.sort"] = {
    work = function()
      local copy = table.move(words, 1, #words, 1, {})
      table.sort(copy)
      table.sort(copy, function(a, b) return a > b end)
      return copy
    end,
    nest = function(again) return table.sort({ 3, 1, 2 }, again) end,
  },
  ["table.unpack"] = {
    work = function() return table.unpack(wide) end,
    nest = function(again) return table.unpack(list(again)) end,
  },
}
