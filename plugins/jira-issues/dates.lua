-- Days in the patterns of Java's SimpleDateFormat, which Jira's importer goes by.
local dates = {}

local MONTHS = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" }

--- A day, `2026-03-01`, in a pattern; its midnight where that has hours.
function dates.written(day, pattern)
  local parsed = date.parse(day)
  if not parsed then return "" end
  local year, month, number = parsed.year, parsed.month, parsed.day
  local parts = {
    yyyy = string.format("%04d", year), yy = string.format("%02d", year % 100), MMM = MONTHS[month],
    MM = string.format("%02d", month), M = tostring(month), dd = string.format("%02d", number),
    d = tostring(number), HH = "00", H = "0", hh = "12", h = "12", mm = "00", ss = "00", a = "AM",
  }
  return (pattern:gsub("%a+", parts))
end

return dates
