-- `edit`: what a transform, or the fix of a finding, asks to change. It leaves as data and is turned into
-- edits by Swift, which knows the bytes.
local sandbox = ...
local host = sandbox.host

-- The text of a value that a field may be given.
local function text_of(value, who)
  local kind = type(value)
  if kind == "number" then return tostring(value) end
  if kind ~= "string" then
    host.fail("%s: expected a string or a number, found %s", who, host.found(value))
  end
  return value
end

-- The place of a thing that an edit is about, of one of some kinds.
local function place_of(thing, who, expected, ...)
  local place = host.place(thing)
  for index = 1, place and select("#", ...) or 0 do
    local kind = select(index, ...)
    if kind == "metadata" then
      if place.what == "spec" and place.field then return place end
    elseif place.what == kind and not place.field then
      return place
    end
  end
  host.fail("%s: expected %s, found %s", who, expected, host.found(thing))
end

-- The fields of something new, as a list in the order of their names, and what they weigh.
local function fields_of(fields, who)
  host.want(fields, "table", who)
  local list, size = {}, 0
  for name, value in pairs(fields) do
    if type(name) ~= "string" then
      host.fail("%s: expected names of fields, found %s", who, host.found(name))
    end
    value = type(value) == "boolean" and tostring(value) or text_of(value, who .. ": " .. name)
    list[#list + 1] = { name = name, value = value }
    size = size + #name + #value + 40
  end
  table.sort(list, function(a, b) return a.name < b.name end)
  return list, size
end

-- Where something goes: `{ after = item }`.
local function anchor_of(where, who, state)
  host.want(where, "table", who)
  local side
  for key in pairs(where) do
    if side or (key ~= "before" and key ~= "after" and key ~= "into") then
      host.fail("%s: expected one of before, after and into, found %s", who, host.found(key))
    end
    side = key
  end
  if not side then host.fail("%s: say before, after or into what it goes", who) end
  local place = host.place(where[side])
  if not place then
    host.fail("%s: expected something to go %s, found %s", who, side, host.found(where[side]))
  end
  if state and place.state ~= state then
    host.fail("%s: both are to be of one spec, the other is of %s", who, place.state.spec.path)
  end
  return { spec = 1, side = side, what = place.what, index = place.index, field = place.field,
    element = place.element }, place.state
end

--- An `edit` for one spec, writing into a list whose budget `take` keeps; without a state for all
--- specs, writing into the lists of each.
local function editor(lists, state, take)
  local function add(place, who, entry, size)
    if state and place.state ~= state then
      host.fail("%s: a fix changes the spec that its finding is in, this is %s", who,
        place.state.spec.path)
    end
    local edits = state and lists or lists[place.state.number]
    take(size or 0)
    entry.spec, entry.what, entry.index = 1, place.what, place.index
    entry.chunk, entry.line = sandbox.where() -- for failures that only show later
    edits[#edits + 1] = entry
  end

  local edit = {}

  --- Gives a field of an item, a metadata value of a spec, or the title or number of a section a new
  --- value: a plain text. A box is ticked with `true`.
  ---@param thing perilune.Item|perilune.Spec|perilune.Section
  ---@param field string
  ---@param value string|number|boolean
  function edit:set(thing, field, value)
    local place = place_of(thing, "edit:set", "an item, a section or a spec", "item", "spec", "section")
    host.want(field, "string", "edit:set")
    if place.what == "spec" then field = field:gsub("_", "-") end
    if type(value) == "boolean" then
      add(place, "edit:set", { op = "tick", field = field, value = value }, #field)
      return
    end
    if type(value) ~= "string" and type(value) ~= "number" then
      host.fail("edit:set: expected a string, a number or a boolean, found %s", host.found(value))
    end
    value = tostring(value)
    add(place, "edit:set", { op = "set", field = field, value = value }, #field + #value)
  end

  --- Ticks the box of an item, whatever its field is called, or takes the tick away.
  ---@param item perilune.Item
  ---@param ticked boolean
  function edit:check(item, ticked)
    local place = place_of(item, "edit:check", "an item", "item")
    host.want(ticked, "boolean", "edit:check")
    add(place, "edit:check", { op = "tick", value = ticked })
  end

  --- Replaces the Markdown source of a place; of a spec, all of it.
  ---@param where perilune.Place
  ---@param source string
  function edit:replace(where, source)
    local place = host.place(where)
    if not place then
      host.fail("edit:replace: expected a place, found %s", host.found(where))
    end
    host.want(source, "string", "edit:replace")
    add(place, "edit:replace", {
      op = "replace", field = place.field, element = place.element, value = source,
    }, #source)
  end

  --- Puts something new beside what is there, in its form: an item as a row or an entry, a section, a
  --- metadata field, or an empty column of a table.
  ---@param kind perilune.ItemKind|"section"|"metadata"|"column"
  ---@param fields table<string, string|number|boolean>
  ---@param where { before?: perilune.Place, after?: perilune.Place, into?: perilune.Section|perilune.Spec }
  function edit:insert(kind, fields, where)
    host.want(kind, "string", "edit:insert")
    if kind ~= "section" and kind ~= "metadata" and kind ~= "column" then
      host.want_kind(kind, "edit:insert")
    end
    local list, size = fields_of(fields, "edit:insert")
    local anchor, owner = anchor_of(where, "edit:insert")
    local place = { state = owner, what = "spec", index = 0 }
    add(place, "edit:insert", { op = "insert", kind = kind, fields = list, anchor = anchor },
      size + #kind)
  end

  --- Takes an item, a section with all below it, a metadata field (`spec:at "version"`) or a block away.
  ---@param thing perilune.Place
  function edit:remove(thing)
    local place = place_of(thing, "edit:remove", "an item, a section, a block or a metadata field",
      "item", "section", "block", "metadata")
    add(place, "edit:remove", { op = "remove", field = place.field })
  end

  --- Moves an item, a section, a block or a metadata field beside another one of its form, as it is.
  ---@param thing perilune.Place
  ---@param where { before?: perilune.Place, after?: perilune.Place }
  function edit:move(thing, where)
    local place = place_of(thing, "edit:move", "an item, a section, a block or a metadata field",
      "item", "section", "block", "metadata")
    local anchor = anchor_of(where, "edit:move", place.state)
    add(place, "edit:move", { op = "move", field = place.field, anchor = anchor })
  end

  --- Adds Markdown behind what a section says itself, above its first sub-section.
  ---@param section perilune.Section
  ---@param markdown string
  function edit:append(section, markdown)
    local place = place_of(section, "edit:append", "a section", "section")
    host.want(markdown, "string", "edit:append")
    add(place, "edit:append", { op = "append", value = markdown }, #markdown)
  end

  --- Puts Markdown in front of a block and behind it, on lines of their own.
  ---@param block perilune.Block
  ---@param before string
  ---@param after string
  function edit:wrap(block, before, after)
    local place = place_of(block, "edit:wrap", "a block", "block")
    host.want(before, "string", "edit:wrap")
    host.want(after, "string", "edit:wrap")
    add(place, "edit:wrap", { op = "wrap", value = before, behind = after }, #before + #after)
  end

  return edit
end

return editor
