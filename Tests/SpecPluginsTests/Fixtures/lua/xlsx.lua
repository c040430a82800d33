local expect = require "expect"

local function sheet(given)
  given.header = given.header or { "A", "B" }
  return { sheets = { given } }
end

return {
  ["equal-content-gives-equal-bytes"] = function()
    local function book() return sheet { rows = { { "x", 1 } }, fills = { A = { x = "FF0000", y = "00FF00" } } } end
    expect.equal(xlsx.encode(book()) == xlsx.encode(book()), true)
  end,
  ["pieces-are-the-whole"] = function()
    local rows, written = {}, {}
    for i = 1, 5000 do rows[i] = { ("word "):rep(100), i } end
    local artifact = { write = function(_, name, piece) written[#written + 1] = piece end }
    xlsx.write(artifact, sheet { rows = rows }, "a.xlsx")
    expect.equal(#written > 1, true)
    expect.equal(hash.sha256(table.concat(written)), hash.sha256(xlsx.encode(sheet { rows = rows })))
  end,
  ["rows-by-the-names-of-columns"] = function()
    expect.equal(xlsx.encode(sheet { rows = { { "x", 1 }, {} } })
      == xlsx.encode(sheet { rows = { { A = "x", B = 1 }, {} } }), true)
  end,
  ["what-is-wrong-is-said"] = function()
    local cases = {
      { nil, "xlsx.encode: expected a table, found nil" },
      { { sheets = {} }, "xlsx.encode: there is no sheet" },
      { { sheet = {} }, 'xlsx.encode: unknown option "sheet"; did you mean "sheets"?' },
      { sheet { row = {} }, 'unknown option "row"; did you mean "rows"?' },
      { sheet { header = {} }, "the header of a sheet is empty" },
      { sheet { rows = { { 1, 2, 3 } } }, "row 1 has 3 cells, the header has 2" },
      { sheet { rows = { { Aa = 1 } } }, 'row 1 has a column "Aa" that the header has not; did you mean "A"?' },
      { sheet { rows = { { {} } } }, "row 2, column 1 is a table" },
      { sheet { rows = { { 0 / 0 } } }, "row 2, column 1 is not a finite number" },
      { sheet { widths = { C = 1 } }, 'a width of a column "C" that the header has not' },
      { sheet { widths = { A = 0 } }, "a width is up to 255 characters, found the number 0" },
      { sheet { fills = { A = { x = "red" } } }, 'fills are colours like FFC7CE by texts, found the string "red"' },
      { sheet { lists = { A = { 1 } } }, "xlsx.encode: lists: expected a string, found the number 1" },
    }
    for _, case in ipairs(cases) do expect.fails(case[2], xlsx.encode, case[1]) end
  end,
}
