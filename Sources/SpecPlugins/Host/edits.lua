-- `edit`: what a transform, or the fix of a finding, asks to change. It leaves as data and is turned into
-- edits by Swift, which knows the bytes.
local sandbox = ...
local host = sandbox.host

--- An `edit` for one spec, writing into a list whose budget `take` keeps; without a state for all
--- specs, writing into the lists of each.
local function editor(edits, state, take)
  local function add(place, who, entry)
    if state and place.state ~= state then
      host.fail("%s: a fix changes the spec that its finding is in, this is %s", who,
        place.state.spec.path)
    end
    local edits = state and edits or edits[place.state.number]
    take(#(entry.field or "") + (type(entry.value) == "string" and #entry.value or 0))
    entry.spec, entry.what, entry.index = 1, place.what, place.index
    entry.chunk, entry.line = sandbox.where() -- for failures that only show later
    edits[#edits + 1] = entry
  end

  local edit = {}

  --- Gives a field of an item, or a metadata value of a spec, a new value.
  ---@param thing perilune.Item|perilune.Spec
  ---@param field string
  ---@param value string|number|boolean
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
    add(place, "edit:set", { field = field, value = value, op = "set" })
  end

  --- Replaces the Markdown source of a place.
  ---@param where perilune.Place
  ---@param source string
  function edit:replace(where, source)
    local place = host.place(where)
    if not place then
      host.fail("edit:replace: expected a place, found %s", host.found(where))
    end
    host.want(source, "string", "edit:replace")
    add(place, "edit:replace", {
      field = place.field, element = place.element, value = source, op = "replace",
    })
  end

  return edit
end

host.editor = editor

--- An `edit` for all specs of a run, writing into a list for each, by its number.
function host.workspace_editor(lists, take) return editor(lists, nil, take) end
