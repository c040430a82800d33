it("compares", function() assert.are.same({ 1, { a = "b" } }, { 1, { a = "c" } }) end)
it("errs", function()
  local nothing
  return nothing.field
end)
it("passes all the same", function() assert.is_true(true) end)
it("misspells", function() assert.are.eqal(1, 1) end)
it("prints ::error::", function() print("::error::printed") error("::error::\27[31m") end)
