local expect = require "expect"

local function one(given)
  given.name, given.columns = given.name or "t", given.columns or { { "a" }, { "n", "integer" } }
  return { given }
end

return {
  ["equal-content-gives-equal-bytes"] = function()
    local function made() return sqlite.encode(one { rows = { { "x", 1 } }, indexes = { "n" } }) end
    expect.equal(made() == made(), true)
    expect.equal(made():sub(1, 16), "SQLite format 3\0")
  end,
  ["pieces-are-the-whole"] = function()
    local rows, written = {}, {}
    for i = 1, 3000 do rows[i] = { ("x"):rep(1000), i } end
    local artifact = { write = function(_, piece) written[#written + 1] = piece end }
    sqlite.write(artifact, one { rows = rows })
    expect.equal(#written > 2, true)
    expect.equal(hash.sha256(table.concat(written)), hash.sha256(sqlite.encode(one { rows = rows })))
  end,
  ["what-is-wrong-is-said"] = function()
    local cases = {
      { nil, "sqlite.encode: expected a table, found nil" }, { {}, "sqlite.encode: there is no table" },
      { one { row = {} }, 'unknown option "row"; did you mean "rows"?' },
      { one { name = " " }, "a table is empty" }, { one { name = "SQLite_x" }, "SQLite's own" },
      { { one {}[1], one { name = "T" }[1] }, 'a table "T" is there twice' },
      { one { columns = {} }, "a table has 1 to 2000 columns, found 0" },
      { one { columns = { { "a" }, { "A" } } }, 'a column "A" is there twice' },
      { one { columns = { { "a", "blob" } } }, 'is "text", "integer" or "real", found the string "blob"' },
      { one { rows = { { {} } } }, 'row 1, column "a" is a table; expected a value of type text' },
      { one { rows = { { "x", 1.5 } } }, 'column "n" is the number 1.5; expected a whole number' },
      { one { rows = { { "x", "1" } } }, 'column "n" is the string "1"; expected a whole number' },
      { one { rows = { { 1, 2, 3 } } }, "row 1 has 3 cells, the header has 2" },
      { one { primary = "b" }, 'the key of a column "b" that the table has not; did you mean "a"?' },
      { one { primary = "a", rows = { { "x" }, { "y" }, { "x" } } }, "rows 1 and 3 have the same key" },
      { one { primary = "a", rows = { {} } }, 'row 1 has no "a", which is in the key' },
      { one { primary = "n", rows = { { "x", 1 }, { "y", 1 } } }, 'rows 1 and 2 have the same "n"' },
      { one { primary = "n", rows = { { "x" } } }, 'row 1 has no "n", which is the key' },
      { one { indexes = { "z" } }, 'an index of a column "z"' },
      { one { indexes = { { "a", "a" } } }, 'an index has "a" twice' },
      { one { references = { a = "b" } }, 'a reference is to "table.column", found the string "b"' },
    }
    for _, case in ipairs(cases) do expect.fails(case[2], sqlite.encode, case[1]) end
  end,
}
