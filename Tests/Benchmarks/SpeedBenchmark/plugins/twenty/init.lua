-- Twenty rules of the kind that teams write: a field that must be there, and one that says something.
local checks = {}

--- Two rules on a field of a kind of item.
local function hold(kind, field)
  checks[kind .. "-has-" .. field] = {
    summary = ("a %s has its %s"):format(kind, field),
    severity = "info",
    each = kind,
    run = function(item, report)
      if not item[field] then report(item, "the %s has no %s", kind, field) end
    end,
  }
  checks[kind .. "-says-" .. field] = {
    summary = ("the %s of a %s says something"):format(field, kind),
    severity = "info",
    each = kind,
    run = function(item, report)
      local value = item[field]
      if value and text.is_blank(value) then report(item:at(field), "nothing is said of %s", field) end
    end,
  }
end

hold("risk", "mitigation")
hold("requirement", "acceptance")
hold("question", "owner")
hold("dependency", "version")
hold("phase", "duration")
hold("goal", "text")
hold("metric", "target")
hold("alert", "action")
hold("test", "coverage")
hold("quality", "validation")

return { checks = checks }
