-- Runs a transform: what it asks for leaves as data and is turned into edits by Swift, which knows
-- the bytes.
local sandbox = ...
local host = sandbox.host

local function editor(edits)
  local take = host.budget("edits")

  local function add(place, entry)
    take(#(entry.field or "") + (type(entry.value) == "string" and #entry.value or 0))
    entry.spec, entry.what, entry.index = place.state.number, place.what, place.index
    entry.chunk, entry.line = sandbox.where() -- for failures that only show later
    edits[#edits + 1] = entry
  end

  local edit = {}

  --- Gives a field of an item, or a metadata value of a spec, a new value.
  function edit:set(thing, field, value)
    local place = host.place(thing)
    if not place or place.field or (place.what ~= "item" and place.what ~= "spec") then
      host.fail("edit:set: expected an item or a spec, found %s", host.found(thing))
    end
    host.want(field, "string", "edit:set")
    if place.what == "spec" then field = field:gsub("_", "-") end
    local kind = type(value)
    if kind ~= "string" and kind ~= "boolean" and kind ~= "number" then
      host.fail("edit:set: expected a string, a number or a boolean, found %s", host.found(value))
    end
    if kind == "number" then value = tostring(value) end
    add(place, { field = field, value = value, op = "set" })
  end

  --- Replaces the Markdown source of a place.
  function edit:replace(where, source)
    local place = host.place(where)
    if not place then
      host.fail("edit:replace: expected a place, found %s", host.found(where))
    end
    host.want(source, "string", "edit:replace")
    add(place, {
      field = place.field, element = place.element, value = source, op = "replace",
    })
  end

  return edit
end

--- Runs one transform on the one spec of a frame; the edits it asked for, in order.
function sandbox.exports.transform(frame, name, options)
  host.forget()
  local transform = host.entry("transforms", name)
  local state = host.open(frame, 1, true)
  local edits = {}
  local edit = editor(edits)
  local each = transform.each or "spec"
  local list = each == "spec" and { state.spec } or host.items(state, each, "transform")
  for _, thing in ipairs(list) do
    local place = host.place(thing)
    sandbox.mark(1, 1, place.what, place.index)
    transform.run(thing, edit, options)
  end
  host.forget()
  return edits
end
