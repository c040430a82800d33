-- How host code refuses what a plugin handed it, at the plugin's own file and line.
local sandbox = ...
local host = { limits = {} }
sandbox.host = host

local type, select, string_format = type, select, string.format

--- Raises a failure at the plugin's own line that led here.
function host.fail(message, ...)
  if select("#", ...) > 0 then message = string_format(message, ...) end
  sandbox.fail(message)
end

local ARTICLES = { table = "a table", string = "a string", number = "a number",
  boolean = "a boolean", ["function"] = "a function", thread = "a coroutine" }

--- "nil", "a table", "the number 3", "the string \"x\"": what was found, for messages.
function host.found(value)
  local kind = type(value)
  if kind == "nil" then return "nil" end
  if kind == "number" or kind == "boolean" then
    return string_format("the %s %s", kind, tostring(value))
  end
  if kind == "string" then
    local short = #value > 40 and value:sub(1, 40) .. "…" or value
    return string_format('the string "%s"', short)
  end
  return ARTICLES[kind] or kind
end

-- What an entry of a result takes beside its texts, and a little more.
local ENTRY = 160

--- Takes the size of the texts of each entry of one result, whose number the limit of that name
--- holds: whoever asks for too much is found at the line that did.
function host.budget(name)
  local count, bytes = 0, 0
  return function(size)
    count, bytes = count + 1, bytes + size + ENTRY
    if count > host.limits[name] then sandbox.exceed(name, host.limits[name]) end
    if bytes > host.limits.result then sandbox.exceed("result", host.limits.result, "bytes") end
  end
end

--- Checks one argument of a library function.
function host.want(value, kind, who)
  if type(value) ~= kind then
    host.fail("%s: expected %s, found %s", who, ARTICLES[kind] or kind, host.found(value))
  end
  return value
end
