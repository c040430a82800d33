-- `report(place, format, …)`: how a check says what it found.
local sandbox = ...
local host = sandbox.host
local format, type, pcall = string.format, type, pcall

-- A wrong directive is the plugin's mistake; the error must carry its line, not ours.
local function message_of(text, ...)
  if type(text) ~= "string" then
    host.fail("report: the message is a string, found %s", host.found(text))
  end
  local done, message = pcall(format, text, ...)
  if not done then
    host.fail("report: %s", (tostring(message):gsub("^.-:%d+: ", ""):gsub(" to '[^']*'", "")))
  end
  local longest = host.limits.message
  if #message > longest then sandbox.exceed("message", longest, "bytes") end
  return message
end

--- A `report` for the rule with a number, writing into the findings of a run, whose budget `take`
--- keeps.
function host.reporter(findings, rule, take)
  return function(where, text, ...)
    local place = host.place(where)
    if not place then
      host.fail("report: the place is an item, a section, a spec, a placeholder, a block or what "
        .. "`:at` gives, found %s", host.found(where))
    end
    local message = message_of(text, ...)
    take(#message + #(place.field or ""))
    findings[#findings + 1] = {
      rule = rule, spec = place.state.number, what = place.what, index = place.index,
      field = place.field, element = place.element, message = message,
    }
  end
end
