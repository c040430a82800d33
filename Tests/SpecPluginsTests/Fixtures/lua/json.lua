local expect = require "expect"

return {
  ["keys-are-sorted"] = function()
    expect.equal(json.encode { b = 1, a = { d = true, c = "x" } }, '{"a":{"c":"x","d":true},"b":1}')
  end,
  ["lists-and-empty-tables"] = function()
    expect.equal(json.encode { 1, "b", false }, '[1,"b",false]')
    expect.equal(json.encode {}, "{}")
    expect.equal(json.encode(json.empty_list), "[]")
    expect.equal(json.encode(json.null), "null")
  end,
  ["indentation"] = function()
    expect.equal(json.encode({ a = { 1, 2 }, b = {} }, { indent = 2 }),
      '{\n  "a": [\n    1,\n    2\n  ],\n  "b": {}\n}')
  end,
  ["numbers-round-trip"] = function()
    for _, number in ipairs { 0.1, 1 / 3, 1e300, -2.5, 123456789012345680.0 } do
      expect.equal(json.decode(json.encode(number)) == number, true)
    end
    expect.equal(json.encode(0.1), "0.1")
    expect.equal(json.encode(3), "3")
    expect.equal(json.encode(math.mininteger), "-9223372036854775808")
  end,
  ["strings-are-escaped"] = function()
    expect.equal(json.encode 'a"b\\c\n\0\u{7F}é', '"a\\"b\\\\c\\n\\u0000\\u007fé"')
  end,
  ["what-json-has-not-is-refused"] = function()
    expect.fails("not finite", json.encode, 0 / 0)
    expect.fails("not UTF-8", json.encode, "\xFF")
    expect.fails("a function", json.encode, print)
    expect.fails("both names and numbers", json.encode, { 1, a = 2 })
    expect.fails("hole", json.encode, { [1] = 1, [3] = 3 })
  end,
  ["a-table-in-itself-is-refused"] = function()
    local loop = {}
    loop.loop = loop
    expect.fails("does a table hold itself", json.encode, loop)
  end,
  ["reads-what-it-writes"] = function()
    local value = { a = { 1, 2.5, "x", true }, b = { c = {} }, d = "ü\n\"" }
    expect.equal(json.decode(json.encode(value)), value)
  end,
  ["reads-null-and-empty-lists"] = function()
    local value = json.decode ' { "a" : null , "b" : [ ] } '
    expect.equal(value.a == json.null, true)
    expect.equal(value.b == json.empty_list, true)
  end,
  ["reads-escapes"] = function()
    expect.equal(json.decode [["\u00e9\ud83d\ude00\/\t"]], "é😀/\t")
  end,
  ["reads-what-is-odd"] = function()
    expect.equal(json.decode '"\xFF\xC3\u{7F}"' == "\xFF\xC3\u{7F}", true)
    expect.equal(json.decode [["\u0000\uD7FF\uE000\u00AF\u07ff"]], "\0\u{D7FF}\u{E000}\u{AF}\u{7FF}")
    expect.equal(json.decode '{"a":1,"a":2,"":3}', { a = 2, [""] = 3 })
    expect.equal(math.type(json.decode "9223372036854775807"), "integer")
    expect.equal(math.type(json.decode "9223372036854775808"), "float")
    expect.equal(math.type(json.decode "-0"), "integer")
    expect.equal(json.decode(("1"):rep(5000)) == math.huge, true)
    expect.equal(json.decode(("["):rep(64) .. "1" .. ("]"):rep(64)) ~= nil, true)
    expect.equal(json.decode(("["):rep(65) .. ("]"):rep(65)) ~= nil, true)
  end,
  ["says-where-it-is-wrong"] = function()
    local cases = {
      { "{\n  \"a\" 1}", 'line 2, column 7: expected ":"' }, { "[1,]", "expected a value" },
      { "[1 2]", 'expected "," or "]"' }, { '"a', "a string has no end" },
      { '"\\x"', "an unknown escape" }, { '"\n"', "a control character" },
      { "1 2", "something stands after" }, { "", "expected a value" },
      { "01", "expected a value" }, { "1.", "expected a value" }, { "nul", "expected a value" },
      { '"\\ud83d"', "half a surrogate pair" }, { "{a:1}", "expected a name in quotes" },
      { ("["):rep(100), "line 1, column 66: deeper than 64 levels" },
      { ('{"a":'):rep(64) .. "[1", "deeper than 64 levels" }, { "[1,,2]", "column 4: expected a value" },
      { '"a\\', "line 1, column 3: an unknown escape" }, { '"\\u12', "column 4: expected four hex digits" },
      { '"\\ud83dx"', "column 8: half a surrogate pair" }, { '"\\ude00\\ud83d"', "half a surrogate pair" },
      { '"\\ud83d\\u0041"', "half a surrogate pair" }, { "-", "expected a value" }, { "-01", "expected a value" },
      { "1-2", "not a number" }, { "1e", "not a number" }, { "0x10", "something stands after" },
      { "\0", "expected a value" }, { "\f1", "expected a value" }, { "truth", "expected a value" },
      { '{"a":1,}', "expected a name in quotes" }, { '{"a":1 "b":2}', 'expected "," or "}"' },
    }
    for _, case in ipairs(cases) do expect.fails(case[2], json.decode, case[1]) end
  end,
  ["who-changes-the-library-changes-no-meaning"] = function()
    local null, list = json.null, json.empty_list
    json.null, json.empty_list = 1, 2
    local one, empty = json.encode(1), json.encode { a = null, b = list }
    local decoded = json.decode "[null,[]]"
    json.null, json.empty_list = null, list
    expect.equal(one, "1")
    expect.equal(empty, '{"a":null,"b":[]}')
    expect.equal(decoded[1] == null, true)
    expect.equal(json.encode(decoded), "[null,[]]")
  end,
}
