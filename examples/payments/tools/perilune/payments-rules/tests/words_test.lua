local words = require "words"

describe("words.find", function()
  it("gives the word as the list has it", function()
    assert.are.equal("CVV", words.find({ "PAN", "CVV" }, "the cvv of a card"))
  end)

  it("finds nothing in an empty list", function()
    assert.is_nil(words.find({}, "the cvv of a card"))
  end)

  it("takes no word for a pattern", function()
    assert.is_nil(words.find({ "c.v" }, "the cvv of a card"))
  end)
end)

describe("pci-risk", function()
  local rule = require("init").checks["pci-risk"]

  it("is content where a threat names PCI", function(spec)
    local said = {}
    for _, endpoint in ipairs(spec:items "endpoint") do
      rule.run(endpoint, function(_, ...) said[#said + 1] = string.format(...) end, { words = { "card" } })
    end
    assert.are.same({}, said)
    assert.are.equal(1, #spec:items "endpoint")
  end)
end)
