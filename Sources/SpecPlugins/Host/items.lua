-- Items, and the lists of them that specs, sections and workspaces give.
local sandbox = ...
local host = sandbox.host
local origin, element = sandbox.origin, sandbox.element
local any_field = host.any_field

-- A misspelt field would read as nil for ever: a name that no kind has and that is nearly one of
-- this kind's is refused.
local function refuse_misspelt(object, field)
  if any_field[field] or #field < 4 then return end
  local kind, extra = object.kind, object.extra
  local fields = host.fields[kind]
  if not fields or extra and extra[field] then return end
  local near = host.text.nearest(field, fields)
  if near then
    host.fail('a %s has no field "%s"; did you mean "%s"?', kind, field, near)
  end
end

-- What a message calls an item of a kind that a workspace added; of others it comes with the spec.
local function title(object)
  local value = rawget(object, host.title_field[object.kind])
  if type(value) == "string" and value:find("%S") then return host.text.collapse(value) end
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
    for _, placeholder in ipairs(host.part(state, "placeholders").list) do
      state.unfilled[host.text.collapse(placeholder.text)] = true
    end
  end
  return state.unfilled
end

--- A text without white space around it; nil where it is empty, a dash, or still the template's.
function host.written(state, said)
  if not said then return nil end
  said = host.text.collapse(said)
  if said == "" or DASHES[said] or unfilled(state)[said] then return nil end
  return said
end

--- What somebody wrote in a field, without white space around it: nil where the field is absent, is
--- left empty, holds a dash, or still holds the template's text.
---@param field string
---@return string?
function item:says(field)
  local state, what = origin(self)
  if what ~= "item" then host.own(self, "item", "says") end
  if not any_field[field] then refuse_misspelt(self, host.want(field, "string", "says")) end
  return host.written(state, self.raw[field] or self.extra[field])
end

-- What is found for an item beside its fields.
local computed = {
  dates = function() return {} end,
  section = function(_, state, index)
    return host.section(state, state.frame.item_sections[index])
  end,
  shape = function(_, state, index) return host.shape(state, index) end,
  spec = function(_, state) return state.spec end,
  title = function(object, state, index)
    if host.title_field[object.kind] then return title(object) end
    return element(host.part(state, "titles"), index)
  end,
}

function item.__get(object, key)
  local get = computed[key]
  -- Most of what is not there is a field that the author left out.
  if not get and (type(key) ~= "string" or any_field[key]) then return nil end
  local state, _, index = origin(object)
  if not state then return nil end
  if get then return get(object, state, index) or nil end
  refuse_misspelt(object, key)
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
  return element(host.items_of(state, kind), n)
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
  return state.frame.kinds[kind] and sandbox.elements(host.items_of(state, kind)) or {}
end

-- Does the stage at hand see the item?
local function is_visible(state, object) return not (state.hides and object.placeholder) end

--- Items of a state, of one kind or of all, that a filter of their indices lets through.
function host.items(state, kind, who, filter, into)
  host.need "items"
  if kind ~= nil then host.want_kind(kind, who) end
  local items = items_of(state, kind)
  if not into and not filter and not state.hides then return items end
  local list = into or {}
  for _, object in ipairs(items) do
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
function host.query(open, number, selector, who)
  host.need "items"
  host.want(selector, "string", who)
  local answer = sandbox.ask(number, "?" .. selector)
  if type(answer) == "string" then host.fail("%s: %s", who, answer) end
  local list = {}
  for position, indices in ipairs(answer) do
    local state
    for _, index in ipairs(indices) do
      state = state or open(position)
      local object = host.item_at(state, index)
      if is_visible(state, object) then list[#list + 1] = object end
    end
  end
  return list
end
