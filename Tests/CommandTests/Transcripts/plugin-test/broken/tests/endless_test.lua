it("never ends", function() while true do pcall(error) end end)
it("goes on", function() end)
