-- The `date` library: calendar days written as `2026-01-31`. There is no clock: today is what whoever
-- runs the plugin says.
local sandbox = ...
local host = sandbox.host
local format, tointeger = string.format, math.tointeger

local date = {}
host.date, sandbox.globals.date = date, date

local DAYS = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }

-- In the ten thousand years that four digits can say.
local MOST_DAYS = 3652425

local function month_length(year, month)
  local leap = year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0)
  return month == 2 and leap and 29 or DAYS[month]
end

--- Year, month and day of a text that is a date and nothing else, or nil.
---@param s any
---@return { year: integer, month: integer, day: integer }?
function date.parse(s)
  if type(s) ~= "string" then return nil end
  local year, month, day = s:match("^%s*(%d%d%d%d)%-(%d%d)%-(%d%d)%s*$")
  if not year then return nil end
  year, month, day = tointeger(year), tointeger(month), tointeger(day)
  if month < 1 or month > 12 or day < 1 or day > month_length(year, month) then return nil end
  return { year = year, month = month, day = day }
end

--- The day that `--today` or `SOURCE_DATE_EPOCH` gives; nil where nobody says.
---@return string?
function date.today() return host.today end

---@param s any
---@return boolean
function date.is_valid(s) return date.parse(s) ~= nil end

-- Days since 0000-03-01, in the Gregorian calendar without a beginning.
local function number(day)
  local year, month = day.year, day.month
  if month < 3 then year, month = year - 1, month + 12 end
  local leaps = year // 4 - year // 100 + year // 400
  return 365 * year + leaps + (153 * (month - 3) + 2) // 5 + day.day - 1
end

local function parsed(s, who)
  return date.parse(s)
    or host.fail("%s: expected a date like 2026-01-31, found %s", who, host.found(s))
end

--- How many days lie between two dates; negative where the second is earlier.
---@param from string
---@param to string
---@return integer
function date.days_between(from, to)
  return number(parsed(to, "date.days_between")) - number(parsed(from, "date.days_between"))
end

--- -1, 0 or 1: is the first date earlier, the same, or later?
---@param a string
---@param b string
---@return -1|0|1
function date.compare(a, b)
  local difference = number(parsed(a, "date.compare")) - number(parsed(b, "date.compare"))
  return difference < 0 and -1 or difference > 0 and 1 or 0
end

--- The date some days later, or earlier for a negative number.
---@param s string
---@param days number
---@return string
function date.add_days(s, days)
  local day = parsed(s, "date.add_days")
  host.want(days, "number", "date.add_days")
  if not (days > -MOST_DAYS and days < MOST_DAYS) then
    host.fail("date.add_days: %s days lead out of the calendar", days)
  end
  local year, month, rest = day.year, day.month, day.day + days // 1
  while rest > month_length(year, month) do
    rest = rest - month_length(year, month)
    month = month + 1
    if month > 12 then year, month = year + 1, 1 end
  end
  while rest < 1 do
    month = month - 1
    if month < 1 then year, month = year - 1, 12 end
    rest = rest + month_length(year, month)
  end
  return format("%04d-%02d-%02d", year, month, rest // 1)
end
