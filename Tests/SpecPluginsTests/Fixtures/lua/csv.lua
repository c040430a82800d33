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
  ["decode-rows-of-texts"] = function()
    expect.equal(csv.decode 'a,"b ""c"", d",\r\n"e\nf",,"g"', { { "a", 'b "c", d', "" }, { "e\nf", "", "g" } })
    expect.equal(csv.decode "a,\nb", { { "a", "" }, { "b" } })
    expect.equal(csv.decode 'a\rb\r', { { "a" }, { "b" } })
    expect.equal(csv.decode ",", { { "", "" } })
    expect.equal(#csv.decode "", 0)
  end,
  ["decode-passes-over-marks-and-blank-lines"] = function()
    expect.equal(csv.decode "\u{FEFF}a,b\r\n\r\n\n1,2\n", { { "a", "b" }, { "1", "2" } })
    expect.equal(csv.decode '""\n', { { "" } })
  end,
  ["decode-by-the-names-of-the-header"] = function()
    local rows, header = csv.decode("Team;Lead;\nA;x\nB;;\n", { header = true, separator = ";" })
    expect.equal(rows, { { Team = "A", Lead = "x" }, { Team = "B", Lead = "" } })
    expect.equal(header, { "Team", "Lead", "" })
    expect.equal(#csv.decode("", { header = true }), 0)
  end,
  ["decode-tells-where-it-is-wrong"] = function()
    expect.fails('line 2, column 4: a quote inside of a cell that does not begin with one',
      csv.decode, 'a,b\nc,d"e"\n')
    expect.fails("line 3, column 2: a quote that is never closed", csv.decode, 'a\n\n,"b\nc')
    expect.fails("line 1, column 4: a cell goes on behind its closing quote", csv.decode, '"a"b\n')
    expect.fails("line 2, column 2: a quote that is never closed", csv.decode, 'a\r,"')
    expect.fails('line 1, column 1: columns 1 and 3 are both called "a"', csv.decode, "a,b,a\n",
      { header = true })
    expect.fails("line 3, column 1: the row has a cell 2, for which the header has no name", csv.decode,
      "a\n1\n1,2", { header = true })
    expect.fails("UTF-16", csv.decode, "\xFF\xFEa\0")
    expect.fails('separator is ",", ";", "|" or "\\t", found the string ":"', csv.decode, "a",
      { separator = ":" })
    expect.fails('unknown option "headers"; did you mean "header"?', csv.decode, "a", { headers = true })
  end,
  ["decode-reads-back-what-encode-wrote"] = function()
    local rows = { { "a", 'b"c', "d,e", "f\r\ng", "" }, { "", " x ", "'=1", "\t", "ä" } }
    for _, eol in ipairs { "\r\n", "\n" } do
      for _, quote in ipairs { "minimal", "all" } do
        expect.equal(csv.decode(csv.encode(rows, { guard = false, eol = eol, quote = quote })), rows)
      end
    end
  end,
}
