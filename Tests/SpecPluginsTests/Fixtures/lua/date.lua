local expect = require "expect"

return {
  ["parse"] = function()
    expect.equal(date.parse " 2026-02-28 ", { year = 2026, month = 2, day = 28 })
    for _, wrong in ipairs { "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "YYYY-MM-DD",
      "2026-1-1", "2026-01-01x", "" } do
      expect.equal(date.parse(wrong), nil)
    end
    expect.equal(date.parse(nil), nil)
    expect.equal({ date.is_valid "2024-02-29", date.is_valid "1900-02-29" }, { true, false })
  end,
  ["compare"] = function()
    expect.equal({ date.compare("2026-01-31", "2026-02-01"), date.compare("2026-01-01", "2026-01-01"),
      date.compare("2026-01-01", "2025-12-31") }, { -1, 0, 1 })
  end,
  ["days-between"] = function()
    expect.equal({ date.days_between("2026-01-01", "2027-01-01"),
      date.days_between("2024-02-28", "2024-03-01"), date.days_between("2026-03-01", "2026-02-01") },
      { 365, 2, -28 })
  end,
  ["add-days"] = function()
    expect.equal({ date.add_days("2024-02-28", 2), date.add_days("2026-01-01", -1),
      date.add_days("2026-01-31", 365) }, { "2024-03-01", "2025-12-31", "2027-01-31" })
  end,
  ["adding-and-counting-agree"] = function()
    for days = -800, 800, 37 do
      expect.equal(date.days_between("2026-06-15", date.add_days("2026-06-15", days)), days)
    end
  end,
  ["not-a-date-is-refused"] = function()
    expect.fails('date.compare: expected a date like 2026-01-31, found the string "soon"',
      date.compare, "soon", "2026-01-01")
  end,
}
