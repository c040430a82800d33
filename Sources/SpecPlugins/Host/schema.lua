-- What a spec's template asks for: `spec.schema`, and `section.expected`. Places are numbered through
-- all parts, as `TemplateMatch.places` is.
local sandbox = ...
local host = sandbox.host

-- Gives the objects of a list their places, from the first number on; the number behind the last.
local function place_all(state, list, number)
  for _, object in ipairs(list) do
    host.remember(object, state, "template", number)
    number = number + 1
  end
  return number
end

-- The words of the template: the sources of its sections and metadata, and the shapes of items.
local function text_of(state)
  local schema = state.schema
  if not schema.text then
    schema.text = sandbox.ask(state.number, "!")
    if not schema.text then host.fail("markdown: no template can be read here") end
  end
  return schema.text
end

local schema = {}

--- The Markdown that stands in front of the template's first section.
---@return string
function schema:markdown()
  return text_of(host.own(self, "schema", "markdown").state).head
end

-- The objects of a state, with their places and with what ties them together.
local function opened(state)
  local frame = state.frame.schema
  local number = place_all(state, frame.sections, 1)
  number = place_all(state, frame.metadata, number)
  number = place_all(state, frame.tables, number)
  for _, held in ipairs(frame.tables) do number = place_all(state, held.columns, number) end
  place_all(state, frame.values, number)
  local index_of, of_section, value_of = {}, {}, {}
  for index, expected in ipairs(frame.sections) do
    index_of[expected] = index
    local found = frame.section_found[index]
    if found ~= 0 then of_section[found] = expected end
  end
  for index, held in ipairs(frame.tables) do index_of[held] = index end
  for index, value in ipairs(frame.values) do value_of[value] = frame.value_items[index] end
  state.schema = {
    index_of = index_of, of_section = of_section, value_of = value_of,
    object = setmetatable({
      name = frame.name, sections = frame.sections, metadata = frame.metadata,
      tables = frame.tables, values = frame.values,
    }, { __index = schema, __metatable = false }),
  }
  host.remember(state.schema.object, state, "schema", 0)
  return state.schema
end

local function schema_of(state)
  if not state.frame.schema then return nil end
  return state.schema or opened(state)
end

--- What the template of a spec asks for, or nil where there is none.
function host.schema(state)
  local schema = schema_of(state)
  return schema and schema.object
end

--- The section of the template that a section stands for, or nil.
function host.expected(state, index)
  local schema = schema_of(state)
  return schema and schema.of_section[index]
end

-- A class of objects that know their place and what `get` adds to that.
local function class(name, get, methods)
  methods = methods or {}

  function methods:at()
    host.own(self, "template", "at")
    return self
  end

  function methods.__get(object, key)
    local place = host.place(object)
    if not place then return nil end
    if key == "spec" then return place.state.spec end
    return get and get(object, key, place.state)
  end

  sandbox.class(name, methods)
end

local expected = {}

--- The Markdown that the template has: its heading, and what stands below it up to the next section
--- that it asks for.
---@return string
function expected:markdown()
  local place = host.own(self, "template", "markdown")
  return text_of(place.state).sections[place.index]
end

class("expected-section", function(object, key, state)
  local frame, index = state.frame.schema, state.schema.index_of[object]
  if key == "section" then return host.section(state, frame.section_found[index]) end
  if key == "parent" then return frame.sections[frame.section_parents[index]] end
  if key == "shapes" then return text_of(state).shapes[index] end
  if key == "after" then return frame.sections[frame.section_after[index]] end
  if key == "duplicates" then
    local list = {}
    for n, found in ipairs(frame.section_duplicates[index]) do
      list[n] = host.section(state, found)
    end
    return list
  end
end, expected)

class("expected-table", function(object, key, state)
  if key ~= "section" then return nil end
  local frame = state.frame.schema
  return frame.sections[frame.table_sections[state.schema.index_of[object]]]
end)

class("chosen-value", function(object, key, state)
  if key ~= "item" then return nil end
  local index = state.schema.value_of[object]
  if index == 0 then return nil end
  return host.item_at(state, index)
end)

local field = {}

--- The line that the template has.
---@return string
function field:markdown()
  local place = host.own(self, "template", "markdown")
  return text_of(place.state).metadata[place.index - #place.state.frame.schema.sections]
end

class("expected-metadata", nil, field)
class("expected-column")
