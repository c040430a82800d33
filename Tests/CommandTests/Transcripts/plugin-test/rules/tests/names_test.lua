local names = require "names"

describe("tidy", function()
  local log

  before_each(function() log = {} end)
  after_each(function() assert.are.same({ "ran" }, log) end)

  it("turns names round", function()
    log[1] = "ran"
    assert.are.equal("Ruth Osei", names.tidy "Osei, Ruth")
  end)

  describe("of a spec", function()
    it("is given the one beside it", function(spec)
      log[1] = "ran"
      assert.are.equal("Osei, Ruth", spec:items("risk")[1].owner)
      assert.has_error(function() return spec:items("risk")[1].ownr end)
    end)
  end)

  pending "keeps initials"
end)
