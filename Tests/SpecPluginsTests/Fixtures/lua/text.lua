local expect = require "expect"

return {
  ["trim-and-collapse"] = function()
    expect.equal(text.trim "  a  b \n", "a  b")
    expect.equal(text.collapse "  a \n\t b ", "a b")
  end,
  ["blank"] = function()
    expect.equal({ text.is_blank(nil), text.is_blank "", text.is_blank " \n", text.is_blank "x" },
      { true, true, true, false })
  end,
  ["starts-and-ends"] = function()
    expect.equal({ text.starts_with("FR-1", "FR"), text.starts_with("FR", "FR-1"),
      text.ends_with("a.md", ".md"), text.ends_with("a", "") }, { true, false, true, true })
  end,
  ["split-and-lines"] = function()
    expect.equal(text.split("a,,b", ","), { "a", "", "b" })
    expect.equal(text.split("a.b", "."), { "a", "b" })
    expect.equal(text.lines "a\r\nb\rc\nd", { "a", "b", "c", "d" })
    expect.fails("the separator is empty", text.split, "a", "")
  end,
  ["words-and-contains"] = function()
    expect.equal(text.words "PCI-DSS: Überweisung, 3x", { "pci", "dss", "Überweisung", "3x" })
    expect.equal(text.contains("Blocked by Legal", "blocked"), true)
    expect.equal(text.contains("Unblocked", "blocked"), false)
    expect.equal(text.contains("handles card  number", "Card number"), true)
    expect.equal(text.contains(nil, "x"), false)
    expect.equal(text.contains("x", " "), false)
  end,
  ["find-any"] = function()
    local words = { "user-friendly", "fast", "etc" }
    expect.equal({ text.find_any("It is Fast, etc.", words) }, { "Fast", "fast" })
    expect.equal({ text.find_any("User-Friendly", words) }, { "User-Friendly", "user-friendly" })
    expect.equal({ text.find_any("cards etc.", words) }, { "etc", "etc" })
    expect.equal(text.find_any("breakfast, fast-forward, fastúi", words), nil)
    expect.equal({ text.find_any("breakfast is fast", words) }, { "fast", "fast" })
    expect.equal(text.find_any(nil, words), nil)
    expect.equal(text.find_any("fast", {}), nil)
    expect.equal(text.find_any("fast", { "" }), nil)
    expect.fails("expected a table", text.find_any, "fast", "fast")
  end,
  ["length-counts-characters"] = function()
    expect.equal({ text.length "über", text.length "\xFFab" }, { 4, 3 })
  end,
  ["cut-keeps-words-and-characters"] = function()
    expect.equal(text.cut("short", 5), "short")
    expect.equal(text.cut("one two three", 10), "one two…")
    expect.equal(text.cut("üüüüü", 3), "üü…")
    expect.equal(text.cut("x", 0), "")
    expect.equal(text.length(text.cut(("word "):rep(100), 60)) <= 60, true)
  end,
  ["wrap"] = function()
    expect.equal(text.wrap("aa bb cc dddddd", 5), { "aa bb", "cc", "dddddd" })
  end,
  ["slug"] = function() expect.equal(text.slug "Rollout & Plan (v2)", "rollout-plan-v2") end,
  ["distance-counts-swaps-once"] = function()
    expect.equal({ text.distance("owner", "onwer"), text.distance("a", ""),
      text.distance("kitten", "sitting") }, { 1, 1, 3 })
  end,
  ["nearest"] = function()
    expect.equal(text.nearest("mitigatoin", { "owner", "mitigation" }), "mitigation")
    expect.equal(text.nearest("xyz", { "owner", "mitigation" }), nil)
  end,
  ["wrong-arguments-are-named"] = function()
    expect.fails("text.trim: expected a string, found nil", text.trim, nil)
    expect.fails("text.cut: expected a number, found the string \"x\"", text.cut, "a", "x")
  end,
  ["plain-drops-markup"] = function()
    local cases = {
      { "a **b** and *c* and _d_ and __e__", "a b and c and d and e" },
      { "snake_case_name stays", "snake_case_name stays" },
      { "`a *b* c` and ``x ` y``", "a *b* c and x ` y" },
      { "[text](https://x.y/z) ![alt](i.png)", "text alt" },
      { "<https://x.y>", "https://x.y" }, { "one<br>two<br/>three", "one\ntwo\nthree" },
      { "~~gone~~ &amp; &lt;b&gt; &#228;&#xE4; &nope;", "gone & <b> ää &nope;" },
      { "\\*not emphasis\\*", "*not emphasis*" }, { "2 * 3 * 4", "2 * 3 * 4" },
      { "<b>bold</b>", "bold" },
    }
    for _, case in ipairs(cases) do expect.equal(text.plain(case[1]), case[2]) end
  end,
}
