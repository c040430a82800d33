-- Items, and the lists of them that specs, sections and workspaces give.
local sandbox = ...
local host = sandbox.host

-- A misspelt field would read as nil for ever: a name that no kind has and that is nearly one of
-- this kind's is refused.
local function refuse_misspelt(object, field)
  local kind = rawget(object, "kind")
  local fields, extra = host.fields[kind], rawget(object, "extra")
  if not fields or host.any_field[field] or #field < 4 or extra and extra[field] then return end
  local near = host.text.nearest(field, fields)
  if near then
    host.fail('a %s has no field "%s"; did you mean "%s"?', kind, field, near)
  end
end

-- The fields that name an item, in the order in which they are asked.
local NAMING = {
  "name", "text", "scenario", "term", "role", "type", "version", "category", "id", "path",
  "condition",
}

-- What a message calls the item, whatever its kind calls the field.
local function title(object)
  local function named(field)
    local value = rawget(object, field)
    if type(value) == "string" and value:find("%S") then return host.text.collapse(value) end
  end
  local own = host.title_field[rawget(object, "kind")]
  if own then return named(own) end
  for _, field in ipairs(NAMING) do
    local name = named(field)
    if name then return name end
  end
end

local item = {}

--- The place of a field, or of the item where the field is absent or none is named. Of a field that
--- has several texts, a number or a name says which of them; of a text, words say which part.
---@param field? string
---@param element? integer|string
---@return perilune.Place
function item:at(field, element)
  local place = host.own(self, "item", "at")
  if field == nil then return self end
  host.want(field, "string", "at")
  refuse_misspelt(self, field)
  if element ~= nil and math.type(element) ~= "integer" and type(element) ~= "string" then
    host.fail("at: expected a number or a name, found %s", host.found(element))
  end
  return host.field_place(place, field, element)
end

--- The Markdown of a field, or of the item, as `:at` finds it; nil where the field is absent.
---@param field? string
---@param element? integer|string
---@return string?
function item:markdown(field, element)
  local place = host.own(self, "item", "markdown")
  if field == nil then return host.source(place) end
  refuse_misspelt(self, host.want(field, "string", "markdown"))
  if element ~= nil and math.type(element) ~= "integer" and type(element) ~= "string" then
    host.fail("markdown: expected a number or a name, found %s", host.found(element))
  end
  return host.source(place, field, element)
end

-- What stands in a field's place and says nothing.
local DASHES = { ["-"] = true, ["–"] = true, ["—"] = true, ["--"] = true, ["?"] = true, ["…"] = true,
  ["..."] = true }

-- The texts of a spec's placeholders, as a set.
local function unfilled(state)
  if not state.unfilled then
    state.unfilled = {}
    for _, placeholder in ipairs(state.frame.placeholders) do
      state.unfilled[host.text.collapse(placeholder.text)] = true
    end
  end
  return state.unfilled
end

--- A text without white space around it; nil where it is empty, a dash, or still the template's.
function host.written(state, said)
  said = host.text.collapse(said or "")
  if said == "" or DASHES[said] or unfilled(state)[said] then return nil end
  return said
end

--- What somebody wrote in a field, without white space around it: nil where the field is absent, is
--- left empty, holds a dash, or still holds the template's text.
---@param field string
---@return string?
function item:says(field)
  local place = host.own(self, "item", "says")
  refuse_misspelt(self, host.want(field, "string", "says"))
  return host.written(place.state, self.raw[field] or self.extra[field])
end

function item.__get(object, key)
  local place = host.place(object)
  if not place then return nil end
  if key == "spec" then return place.state.spec end
  if key == "title" then return title(object) end
  if key == "section" then
    return host.section(place.state, place.state.frame.item_sections[place.index])
  end
  if key == "dates" then return {} end
  if key == "shape" then return host.shape(place.state, place.index) end
  if type(key) == "string" then refuse_misspelt(object, key) end
  return nil
end

sandbox.class("item", item)

-- How an item is written.
function host.shape(state, index)
  state.shapes = state.shapes or sandbox.ask(state.number, "~")
  return state.shapes[index]
end

--- The n-th item of a kind. Items come by kind, so that a rule for risks touches nothing else.
function host.item(state, kind, n)
  local frame = state.frame
  return host.element(state, frame.items[kind], "item", frame.kinds[kind][n], n)
end

-- The items of all kinds, in document order.
local function all_items(state)
  local list = {}
  for kind, indices in pairs(state.frame.kinds) do
    for n, index in ipairs(indices) do list[index] = host.item(state, kind, n) end
  end
  return list
end

local function items_of(state, kind)
  if kind == nil then return all_items(state) end
  local list = {}
  for n = 1, #(state.frame.kinds[kind] or {}) do list[n] = host.item(state, kind, n) end
  return list
end

-- Does the stage at hand see the item?
local function is_visible(state, object) return not (state.hides and object.placeholder) end

--- Items of a state, of one kind or of all, that a filter of their indices lets through.
function host.items(state, kind, who, filter, into)
  if kind ~= nil then host.want_kind(kind, who) end
  local list = into or {}
  for _, object in ipairs(items_of(state, kind)) do
    if is_visible(state, object) and (not filter or filter(host.place(object).index)) then
      list[#list + 1] = object
    end
  end
  return list
end

-- index → the item's kind and its place among those of the kind.
local function index_of(state)
  if not state.items_by_index then
    local list = {}
    for kind, indices in pairs(state.frame.kinds) do
      for n, index in ipairs(indices) do list[index] = { kind = kind, n = n } end
    end
    state.items_by_index = list
  end
  return state.items_by_index
end

--- The item with an index in its spec.
function host.item_at(state, index)
  local found = index_of(state)[index]
  return host.item(state, found.kind, found.n)
end

--- The items that a selector finds in some states. Swift looks for them, with the engine of
--- `perilune query`, in the spec with a number or, for 0, in all.
function host.query(states, number, selector, who)
  host.want(selector, "string", who)
  local answer = sandbox.ask(number, "?" .. selector)
  if type(answer) == "string" then host.fail("%s: %s", who, answer) end
  local list = {}
  for position, indices in ipairs(answer) do
    local state = states[position]
    for _, index in ipairs(indices) do
      local object = host.item_at(state, index)
      if is_visible(state, object) then list[#list + 1] = object end
    end
  end
  return list
end
