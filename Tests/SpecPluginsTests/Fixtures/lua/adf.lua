local expect = require "expect"

local function section(title, size) return "## " .. title .. "\n\n" .. ("word "):rep(size) .. "\n\n" end

return {
  ["an-empty-document"] = function()
    expect.equal(json.encode(adf.encode ""), '{"content":[],"type":"doc","version":1}')
  end,
  ["numbers-of-boxes-come-from-the-seed"] = function()
    local source = "- [ ] a\n- [x] b"
    local one = json.encode(adf.encode(source, { seed = "one" }))
    expect.equal(one, json.encode(adf.encode(source, { seed = "one" })))
    expect.equal(one == json.encode(adf.encode(source, { seed = "two" })), false)
    local seen = {}
    for id in one:gmatch '"localId":"([^"]+)"' do
      expect.equal(seen[id], nil)
      seen[id] = true
    end
    expect.equal(seen[hash.uuid("one", "localId 1")], true)
  end,
  ["the-largest-sections-are-left-out"] = function()
    local source = "first\n\n# Top\n\n" .. section("Small", 10) .. section("Large", 500)
      .. section("Middle", 200) .. section("Last", 5)
    local whole, none = adf.encode(source, { limit = 32767 })
    expect.equal(none, {})
    expect.equal(json.encode(whole), json.encode(adf.encode(source)))
    local made, dropped = adf.encode(source, { limit = 2000, source = "docs/a.md" })
    local text = json.encode(made)
    expect.equal(dropped, { "\u{201C}Large\u{201D}" })
    expect.equal(utf8.len(text) <= 2000, true)
    expect.equal(text:find("Left out, for there is room for 2000 characters: \u{201C}Large\u{201D}."
      .. " All of it: docs/a.md", 1, true) ~= nil, true)
    for _, word in ipairs { "first", "Top", "Small", "Middle", "Last" } do
      expect.equal(text:find(word, 1, true) ~= nil, true)
    end
    expect.equal(text:find("word word", 1, true) ~= nil, true)
  end,
  ["a-heading-with-others-below-it-stays"] = function()
    local made = adf.encode("# Top\n\n" .. ("word "):rep(500) .. "\n\n## Below\n\ntext", { limit = 1000 })
    expect.equal(made.content[1].content[1].text, "Top")
    expect.equal(made.content[2].content[1].text, "Below")
  end,
  ["every-limit-is-kept"] = function()
    local source = "## [`A`](https://a.b)\n\n" .. ("| a | b |\n|---|---|\n| c | d |\n\n- x\n\n"):rep(60)
    for limit = 1000, 30000, 997 do
      local made = adf.encode(source .. source, { limit = limit })
      expect.equal(utf8.len(json.encode(made)) <= limit, true)
    end
  end,
  ["without-headings-blocks-are-left-out"] = function()
    local _, dropped = adf.encode("a\n\n" .. ("word "):rep(1000) .. "\n\nb", { limit = 1000 })
    expect.equal(dropped, { "a part without a heading" })
  end,
  ["options-are-checked"] = function()
    expect.fails('adf.encode: unknown option "sed"; did you mean "seed"?', adf.encode, "", { sed = "" })
    expect.fails("adf.encode: limit is a whole number of 1000 at least, found the number 999",
      adf.encode, "", { limit = 999 })
    expect.fails("adf.encode: expected a string, found nil", adf.encode, nil)
  end,
}
