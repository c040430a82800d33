local expect = require "expect"

return {
  ["a-tree"] = function()
    expect.equal(markdown.parse "# a\n\n- [x] `b`\n", {
      kind = "document", children = {
        { kind = "heading", level = 1, children = { { kind = "text", text = "a" } } },
        { kind = "list", children = {
          { kind = "item", done = true, children = {
            { kind = "paragraph", children = { { kind = "code-span", text = "b" } } },
          } },
        } },
      },
    })
  end,
  ["front-matter-is-left-out"] = function()
    expect.equal(#markdown.parse("---\na: b\n---\n\nc").children, 1)
  end,
  ["too-much-is-an-error"] = function()
    expect.fails("markdown.parse: cannot read Markdown with a word of more than 8,192 bytes",
      markdown.parse, ("x"):rep(9000))
  end,
  ["escapes"] = function()
    local cases = {
      { "# a", "\\# a" }, { "a # b", "a # b" }, { "- a", "\\- a" }, { "1. a", "1\\. a" },
      { "1990 a.", "1990 a." }, { "a_b*c", "a\\_b\\*c" }, { "  x  ", "x" }, { "a\n===", "a\n\\===" },
      { "<b> & `c` [d](e) ~f~ $g$ | !", "\\<b\\> \\& \\`c\\` \\[d\\](e) \\~f\\~ \\$g\\$ \\| \\!" },
    }
    for _, case in ipairs(cases) do expect.equal(markdown.escape(case[1]), case[2]) end
  end,
  ["tables"] = function()
    expect.equal(markdown.table({ { "a|b", 1 }, { "c\nd" } },
      { header = { "X", "*Y*" }, align = { "left", "right" } }),
      "| X | \\*Y\\* |\n| :--- | ---: |\n| a\\|b | 1 |\n| c<br>d |  |\n")
    expect.equal(markdown.table({ { "**a|b** \\| c" } }, { escape = false }),
      "|  |\n| --- |\n| **a\\|b** \\| c |\n")
  end,
  ["tables-that-are-wrong"] = function()
    expect.fails("row 1 has 2 cells, the header has 1", markdown.table, { { 1, 2 } }, { header = { "a" } })
    expect.fails("neither a header nor a cell", markdown.table, {})
    expect.fails('unknown option "alin"; did you mean "align"?', markdown.table, { { 1 } }, { alin = {} })
    expect.fails("row 1, column 1 is a table", markdown.table, { { {} } })
    expect.fails('align is "left", "center", "right" or "none", found the string "top"',
      markdown.table, { { 1 } }, { align = { "top" } })
  end,
}
