local expect = require "expect"

return {
  ["rows-in-the-order-of-the-header"] = function()
    local rows = { { Name = "a", Count = 3 }, { Count = 4 } }
    expect.equal(csv.encode(rows, { header = { "Name", "Count" } }), "Name,Count\r\na,3\r\n,4\r\n")
  end,
  ["lists-with-holes-keep-their-columns"] = function()
    expect.equal(csv.encode { { 1, nil, 3 }, { 4 } }, "1,,3\r\n4,,\r\n")
  end,
  ["quotes-what-would-break-a-row"] = function()
    local row = { 'say "hi"', "a,b", "one\ntwo", "one\r\ntwo", " plain " }
    expect.equal(csv.encode { row },
      '"say ""hi""","a,b","one\ntwo","one\r\ntwo", plain \r\n')
  end,
  ["quotes-all-when-asked"] = function()
    expect.equal(csv.encode({ { "a", 1, "" } }, { quote = "all", eol = "\n" }), '"a","1",""\n')
  end,
  ["one-empty-cell-is-not-a-blank-line"] = function()
    expect.equal(csv.encode({ { "" }, { "x" } }, { header = { "A" } }), 'A\r\n""\r\nx\r\n')
  end,
  ["guards-formulas-for-people"] = function()
    local starts = { "=1+2", "+1", "-1", "@x", "\tx", "＝1" }
    for _, cell in ipairs(starts) do
      expect.equal(csv.encode({ { cell } }, { eol = "\n" }), "'" .. cell .. "\n")
    end
    expect.equal(csv.encode({ { "\rx" } }, { eol = "\n" }), "\"'\rx\"\n")
  end,
  ["the-guard-can-be-taken-off-again"] = function()
    -- What already looks guarded gets one more, else '=1 and =1 would be the same text.
    expect.equal(csv.encode({ { "'=1", "''=1", "'plain" } }, { eol = "\n" }), "''=1,'''=1,'plain\n")
  end,
  ["numbers-are-never-guarded"] = function()
    expect.equal(csv.encode({ { -5, -2.5, 1e100, 3.0, 2 ^ 53 } }, { eol = "\n" }),
      "-5,-2.5,1e+100,3,9.007199254741e+15\n")
  end,
  ["machines-get-no-guard"] = function()
    expect.equal(csv.encode({ { "=1", "-x" } }, { guard = false, eol = "\n" }), "=1,-x\n")
  end,
  ["booleans-are-words"] = function()
    expect.equal(csv.encode({ { true, false } }, { eol = "\n" }), "true,false\n")
  end,
  ["no-rows-leave-the-header"] = function()
    expect.equal(csv.encode({}, { header = { "A", "B" } }), "A,B\r\n")
    expect.equal(csv.encode {}, "")
  end,
  ["a-misspelt-column-is-refused"] = function()
    expect.fails('row 1 has a column "Onwer" that the header has not; did you mean "Owner"?',
      csv.encode, { { Onwer = "x" } }, { header = { "Owner" } })
  end,
  ["a-row-longer-than-the-header-is-refused"] = function()
    expect.fails("row 2 has 3 cells, the header has 2", csv.encode, { { 1 }, { 1, 2, 3 } },
      { header = { "A", "B" } })
  end,
  ["a-table-in-a-cell-is-refused"] = function()
    expect.fails("row 1, column 2 is a table", csv.encode, { { 1, {} } })
  end,
  ["what-is-written-in-pieces-is-what-is-encoded"] = function()
    local rows, pieces, artifact = {}, {}, {}
    function artifact:write(piece) pieces[#pieces + 1] = piece end
    for n = 1, 1203 do rows[n] = { n, "=" .. n } end
    csv.write(artifact, rows, { header = { "A", "B" } })
    expect.equal(#pieces, 3)
    expect.equal(table.concat(pieces), csv.encode(rows, { header = { "A", "B" } }))
  end,
  ["infinity-is-refused"] = function()
    expect.fails("not a finite number", csv.encode, { { 1 / 0 } })
  end,
  ["a-misspelt-option-is-refused"] = function()
    expect.fails('unknown option "gaurd"; did you mean "guard"?', csv.encode, {}, { gaurd = false })
  end,
}
