-- What the objects that plugins hold stand for. A place travels back to Swift as the number of its
-- spec and an index in that spec, never as an offset, so no plugin can point outside a document.
local sandbox = ...
local host = sandbox.host

local origin, own, element = sandbox.origin, sandbox.own, sandbox.element

-- object → { state, what, index, field, element }; emptied after every run, so that nothing piles up.
-- Those that came in a frame are entered when they are first asked for.
local places = {}

--- The vocabulary: kind → field names, kind → the field that names its items where that is none of
--- the usual, and the set of all field names.
host.fields, host.title_field, host.any_field = {}, {}, {}

-- The classes of what stands in a spec; all others are of what its template asks for.
local PARTS = {
  spec = "spec", section = "section", item = "item", placeholder = "placeholder", link = "link",
  block = "block",
}

-- Is a run on?
local is_open = false

--- Prefix → the first and the last number of each range of ids that is taken elsewhere, in order.
host.reserved = {}

function host.forget() places, host.reserved, is_open = {}, {}, false end

--- Remembers what an object stands for, and gives the object back.
function host.remember(object, state, what, index, field, element)
  places[object] = {
    state = state, what = what, index = index, field = field, element = element,
  }
  return object
end

--- What an object stands for, or nil where it is none of ours, or all of them.
function host.place(object)
  if object == nil then return nil end
  local place = places[object]
  if place or not is_open then return place end
  local state, what, index = origin(object)
  if not state or what == "workspace" then return nil end
  place = { state = state, what = PARTS[what] or "template", index = index }
  places[object] = place
  return place
end

--- The place of the object that a method was called on.
function host.own(object, what, method)
  local place = host.place(object)
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

--- The `__get` of a class whose fields are made of the state of an object when they are first read.
--- @param computed table<string, function>
function host.computing(computed)
  return function(object, key)
    local get = computed[key]
    local state = get and origin(object)
    if state then return get(state) end
  end
end

--- A copy of what came in a frame, for longer than its call.
function host.copied(value)
  if type(value) ~= "table" then return value end
  local copy = {}
  for key, element in pairs(value) do copy[key] = host.copied(element) end
  return copy
end

--- The state that belongs to one spec of a frame.
function host.open(frame, number, hides_placeholders)
  local state = {
    frame = frame, number = number, hides = hides_placeholders, spec = frame.spec, parts = {},
  }
  own(frame, state)
  is_open = true
  return state
end

-- What the rule at hand says that it reads of each spec, as a set; nil where it reads what it likes.
local reads

-- Part → what a rule says that reads it; other parts are of items.
local NAMES = { sections = "sections", placeholders = "placeholders", links = "links",
  anchors = "anchors", schema = "schema" }

--- From here on a rule runs that reads some parts of each spec; any where it does not say.
function host.reading(parts)
  reads = nil
  if parts == nil then return end
  reads = {}
  for _, part in ipairs(parts) do
    reads[part] = true
    if part == "items" then reads.sections, reads.placeholders = true, true end
    if part == "links" then reads.file_links = true end
  end
end

--- Refuses what the rule at hand does not say that it reads: it may not be there.
function host.need(part)
  if reads and not reads[part] then
    host.fail('the rule says what it "reads" of each spec, and "%s" is not among it', part)
  end
end

--- A part of a spec: what came with it, else what is asked for now. nil where the spec has none.
--- @param needed? string what the rule must say that it reads, where that is not the part's own name
function host.part(state, name, needed)
  local parts = state.parts
  local part = parts[name]
  if part == nil then
    if reads then host.need(needed or NAMES[name] or "items") end
    part = state.frame.parts and state.frame.parts[name]
    if not part then
      part = sandbox.ask(state.number, "." .. name) or false
      if part then own(part, state) end
    end
    parts[name] = part
  end
  return part or nil
end

local part = host.part

--- The items of a kind, as they came.
function host.items_of(state, kind) return part(state, "items " .. kind) end

function host.section(state, index)
  return element(part(state, "sections").list, index)
end

function host.placeholder(state, index)
  return element(part(state, "placeholders").list, index)
end

function host.link(state, index) return element(part(state, "links").list, index) end

--- The blocks of a state.
function host.blocks(state)
  if not state.blocks then
    state.blocks = sandbox.ask(state.number, "#")
    own(state.blocks, state)
  end
  return state.blocks
end

--- The Markdown of a place, byte for byte; nil where the document does not have it.
function host.source(place, field, element)
  local parts = { place.what, tostring(place.index), field, field and element }
  return sandbox.ask(place.state.number, "=" .. table.concat(parts, "\0"))
end

function host.block(state, index)
  return element(host.blocks(state).all, index)
end

--- The blocks right inside of one; of 0, the outermost ones.
function host.blocks_in(state, index)
  local blocks = host.blocks(state)
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

--- The workspace of a frame; see there.
function host.workspace(...) return host.late("workspace")(...) end
