it("is no Lua", function()
