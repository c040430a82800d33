-- Dates: of a calendar, in order, not ahead of their time. What depends on the day it is asks
-- `date.today()`, and says nothing where nobody gives one.
local days = {}

-- All dates of a spec: the author's text, the day, where it stands and what it is.
local function dates(spec)
  local list = {}
  for _, role in ipairs { "created", "updated", "date" } do
    if spec.raw[role] then
      list[#list + 1] = { raw = spec.raw[role], day = spec.dates[role], at = spec:at(role) }
    end
  end
  for _, kind in ipairs { "revision", "signoff" } do
    for _, item in ipairs(spec:items(kind)) do
      local raw = not item.placeholder and item:says "date"
      if raw then list[#list + 1] = { raw = raw, day = item.dates.date, at = item:at "date" } end
    end
  end
  return list
end

days.real = {
  summary = "a date is a day of the calendar",
  severity = "error",
  preset = "recommended",
  each = "spec",
  why = "A day that does not exist cannot be compared, and was not what somebody meant.",
  fix = "Write the day that is meant, as YYYY-MM-DD.",
  run = function(spec, report)
    for _, entry in ipairs(dates(spec)) do
      local written = entry.raw:match "^%d%d%d%d%-%d%d%-%d%d$"
      if written and not date.is_valid(written) then
        report(entry.at, "no calendar has the day %s", written)
      end
    end
  end,
}

days.past = {
  summary = "what has happened is not dated ahead",
  severity = "warning",
  preset = "recommended",
  each = "spec",
  why = "A spec that was changed next month was given a wrong date.",
  fix = "Write the day on which it was.",
  run = function(spec, report)
    local today = date.today()
    for _, entry in ipairs(today and dates(spec) or {}) do
      -- A day more, for those who are ahead of whoever asks.
      if entry.day and date.days_between(today, entry.day) > 1 then
        report(entry.at, "%s is still to come: today is %s", entry.raw, today)
      end
    end
  end,
}

-- The first revision that is dated against the order of the others.
local function misplaced(revisions)
  local rising, falling
  for index = 2, #revisions do
    local before, after = revisions[index - 1], revisions[index]
    local order = date.compare(before.dates.date, after.dates.date)
    if order < 0 then rising = rising or after end
    if order > 0 then falling = falling or after end
  end
  if rising and falling then return rising.line > falling.line and rising or falling end
end

days.in_order = {
  summary = "dates are in order",
  severity = "warning",
  preset = "recommended",
  each = "spec",
  why = "Of two dates that contradict each other one is wrong, and nobody can tell which.",
  fix = "Correct the one that is wrong.",
  run = function(spec, report)
    local created, updated = spec.dates.created, spec.dates.updated
    if created and updated and date.compare(updated, created) < 0 then
      report {
        at = spec:at "updated",
        message = string.format("updated on %s, but created on %s", updated, created),
        related = { { at = spec:at "created", message = "created here" } },
      }
    end
    local revisions = {}
    for _, revision in ipairs(spec:items "revision") do
      if revision.dates.date and not revision.placeholder then
        revisions[#revisions + 1] = revision
      end
    end
    local wrong = misplaced(revisions)
    if wrong then
      report(wrong:at "date", "%s is out of order: the revisions above it go the other way",
        wrong:says "date")
    end
  end,
}

-- The last day that a spec gives for a change of its own.
local function last_change(spec)
  local last, role
  for _, name in ipairs { "updated", "date", "created" } do
    if not last and spec.dates[name] then last, role = spec.dates[name], name end
  end
  for _, revision in ipairs(spec:items "revision") do
    local day = revision.dates.date
    if day and (not last or date.compare(day, last) > 0) then last = day end
  end
  return last, role
end

days.review_fresh = {
  summary = "a review comes to an end",
  severity = "warning",
  preset = "recommended",
  each = "spec",
  why = "A spec that is in review for months is built from, approved or not.",
  fix = "Approve it, reject it, or write what it waits for and the day you looked.",
  run = function(spec, report, options)
    local today = date.today()
    local last = today and spec.status == "in-review" and last_change(spec)
    if not last then return end
    local age = date.days_between(last, today)
    if age > options.days then
      report(spec:at "status", "in review, and not changed for %d days: since %s", age, last)
    end
  end,
}

return days
