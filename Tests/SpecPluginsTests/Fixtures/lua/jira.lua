local expect = require "expect"

return {
  ["text-stays-text"] = function()
    local cases = {
      { "{code}x{code}", "\\{code\\}x\\{code\\}" }, { "a | b", "a \\| b" },
      { "[x|y] [~user] [^file]", "\\[x\\|y\\] \\[\\~user\\] \\[\\^file\\]" },
      { "(x) (on) (no)", "\\(x) \\(on) (no)" }, { ":) ;) :(", ":\\) ;\\) :\\(" },
      { "*a* _b_ -c- +d+ a*b", "\\*a* \\_b_ \\-c- \\+d+ a*b" }, { "??a??", "\\??a\\??" },
      { "a \\\\ b", "a &#92;&#92; b" }, { "&lt; & &#42;", "&amp;lt; & &amp;#42;" },
      { "h1. x", "h1&#46; x" }, { "bq. x", "bq&#46; x" }, { "# x", "\\# x" }, { "** x", "\\** x" },
      { "----", "\\-\\-\\-\\-" }, { "!x.png!", "\\!x.png!" }, { "^a^ ~b~", "\\^a\\^ \\~b\\~" },
      { "a\0b\1", "ab" }, { "one\r\ntwo", "one\ntwo" },
      { "see https://a.b/x|y[z] now", "see https://a.b/x%7Cy%5Bz%5D now" },
    }
    for _, case in ipairs(cases) do expect.equal(jira.escape(case[1]), case[2]) end
  end,
  ["cells"] = function()
    expect.equal(jira.encode "| a \\| b | c<br>d |\n|---|---|\n| | `x` |",
      "||a \\| b||c \\\\ d||\n| |{{x}}|")
  end,
  ["links"] = function()
    expect.equal(jira.encode "[a](https://b.c/d|e)", "[a|https://b.c/d%7Ce]")
    expect.equal(jira.encode "[a|b\\]](https://b.c)", "[a&#124;b&#93;|https://b.c]")
    expect.equal(jira.encode "[a](javascript:x) [b](#c) [d](e.md)", "a b d ({{e.md}})")
    expect.equal(jira.encode "![a](https://b.c/d.png)", "[a|https://b.c/d.png]")
  end,
  ["marks-inside-of-words"] = function()
    expect.equal(jira.encode "a**b**c **d** *e*~~f~~", "a{*}b{*}c *d* _e_-f-")
  end,
  ["code-cannot-be-ended"] = function()
    expect.equal(jira.encode "```lua\n{code}\n```", "{code:lua}\n{\u{200B}code}\n{code}")
    expect.equal(jira.encode "```mermaid\nx\n```", "{code}\nx\n{code}")
  end,
  ["lists"] = function()
    expect.equal(jira.encode "- a\n  1. b\n\n     c\n- [x] d\n- [ ] e",
      "* a\n*# b \\\\ c\n* \u{2611} d\n* \u{2610} e")
  end,
  ["a-quote-in-a-quote-does-not-end-it"] = function()
    expect.equal(jira.encode "> a\n>\n> > b", "{quote}\na\n\nb\n{quote}")
  end,
  ["raw-html-is-left-out"] = function()
    expect.equal(jira.encode "<div>a</div>\n\nb <b>c</b>", "b c")
  end,
  ["what-is-no-string-is-refused"] = function()
    expect.fails("jira.encode: expected a string, found nil", jira.encode, nil)
    expect.fails("jira.escape: expected a string, found the number 1", jira.escape, 1)
  end,
}
