local expect = require "expect"

return {
  ["escape"] = function()
    expect.equal(html.escape "<a b=\"c\" d='e'>&amp;\0\11", "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;")
    expect.equal(html.escape "\xFFa\xC3", "\u{FFFD}a\u{FFFD}")
  end,
  ["nothing-is-nothing"] = function() expect.equal(html.encode " \n", "") end,
  ["raw-html-is-left-out"] = function()
    expect.equal(html.encode "<script>x</script>\n\na <i onclick=x>b</i>", "<p>a b</p>\n")
  end,
  ["schemes"] = function()
    expect.equal(html.encode "[a](https://b.c/?d&e)", '<p><a href="https://b.c/?d&amp;e">a</a></p>\n')
    for _, url in ipairs { "javascript:x", "JAVASCRIPT:x", "vbscript:x", "data:x", "file:///x", "x y:z" } do
      expect.equal(html.encode("[a](<" .. url .. ">)"), "<p>a</p>\n")
      expect.equal(html.encode("![a](<" .. url .. ">)"), "<p>a</p>\n")
    end
    for _, url in ipairs { "/x", "x.md#y", "#z", "mailto:a@b.c", "//a.b" } do
      expect.equal(html.encode("[a](" .. url .. ")"), '<p><a href="' .. url .. '">a</a></p>\n')
    end
  end,
}
