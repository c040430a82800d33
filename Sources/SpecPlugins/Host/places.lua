-- What the objects that plugins hold stand for. A place travels back to Swift as the number of its
-- spec and an index in that spec, never as an offset, so no plugin can point outside a document.
local sandbox = ...
local host = sandbox.host

-- object → { state, what, index, field, element }; emptied after every run, so that nothing piles up.
local places = {}

--- The vocabulary: kind → field names, kind → the field that names its items where that is none of
--- the usual, and the set of all field names.
host.fields, host.title_field, host.any_field = {}, {}, {}

function host.forget() places, host.reserved = {}, {} end

--- Remembers what an object stands for, and gives the object back.
function host.remember(object, state, what, index, field, element)
  places[object] = {
    state = state, what = what, index = index, field = field, element = element,
  }
  return object
end

--- What an object stands for, or nil where it is none of ours.
function host.place(object)
  return object ~= nil and places[object] or nil
end

--- The place of the object that a method was called on.
function host.own(object, what, method)
  local place = places[object]
  if not place or place.what ~= what then
    host.fail("%s: call it with a colon, as in `%s:%s(…)`, on an object of this run", method,
      what, method)
  end
  return place
end

--- A new object for one field of a place, or for one element of a field that has several.
function host.field_place(place, field, element)
  return host.remember({}, place.state, place.what, place.index, field, element)
end

--- An element of a list that came in a frame, with its place; `at` is its place in that list.
function host.element(state, list, what, index, at)
  if index == 0 then return nil end
  local seen = state.seen[what]
  local object = seen[index]
  if not object then
    object = host.remember(list[at or index], state, what, index)
    seen[index] = object
  end
  return object
end

--- The state that belongs to one spec of a frame.
function host.open(frame, number, hides_placeholders)
  local state = {
    frame = frame, number = number, hides = hides_placeholders,
    seen = { item = {}, section = {}, placeholder = {}, block = {}, link = {} },
  }
  state.spec = host.remember(frame.spec, state, "spec", 0)
  return state
end

function host.section(state, index)
  return host.element(state, state.frame.sections, "section", index)
end

function host.placeholder(state, index)
  return host.element(state, state.frame.placeholders, "placeholder", index)
end

function host.link(state, index) return host.element(state, state.frame.links, "link", index) end

--- The blocks of a state: those that the rules of the call look at, else all of them.
function host.blocks(state)
  if not state.blocks then state.blocks = host.all_blocks(state) end
  return state.blocks
end

--- All blocks of a state, by their index.
function host.all_blocks(state)
  if not state.all_blocks then state.all_blocks = sandbox.ask(state.number, "#") end
  return state.all_blocks
end

--- The Markdown of a place, byte for byte; nil where the document does not have it.
function host.source(place, field, element)
  local parts = { place.what, tostring(place.index), field, field and element }
  return sandbox.ask(place.state.number, "=" .. table.concat(parts, "\0"))
end

function host.block(state, index)
  local list = host.blocks(state).all
  local is_there = list and list[index]
  return host.element(state, is_there and list or host.all_blocks(state).all, "block", index)
end

--- The blocks right inside of one; of 0, the outermost ones.
function host.blocks_in(state, index)
  local blocks = host.all_blocks(state)
  if not blocks.inside then
    blocks.inside = {}
    for number, parent in ipairs(blocks.parents) do
      local list = blocks.inside[parent] or {}
      blocks.inside[parent], list[#list + 1] = list, number
    end
  end
  local list = {}
  for n, number in ipairs(blocks.inside[index] or {}) do list[n] = host.block(state, number) end
  return list
end

--- All of a kind of element, in document order, as a list that the caller owns.
function host.all(state, what, count)
  local get, list = host[what], {}
  for index = 1, count do list[index] = get(state, index) end
  return list
end

--- Refuses a kind that nobody knows, before it silently means "none".
function host.want_kind(kind, who)
  host.want(kind, "string", who)
  if host.fields[kind] then return end
  local kinds = {}
  for name in pairs(host.fields) do kinds[#kinds + 1] = name end
  table.sort(kinds)
  local near = host.text.nearest(kind, kinds)
  host.fail('%s: unknown item kind "%s"%s', who, kind,
    near and string.format('; did you mean "%s"?', near) or "")
end
