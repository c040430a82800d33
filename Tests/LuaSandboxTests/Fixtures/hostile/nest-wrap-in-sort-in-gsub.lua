-- expect: error
local function again()
  return coroutine.wrap(function()
    return (("abc"):gsub(".", function()
      table.sort({ 3, 2, 1 }, function(a, b) again() return a < b end)
    end))
  end)()
end
again()
