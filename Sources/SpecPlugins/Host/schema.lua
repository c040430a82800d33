-- What a spec's template asks for: `spec.schema`, and `section.expected`. Places are numbered through
-- all parts, as `TemplateMatch.places` is.
local sandbox = ...
local host = sandbox.host
local origin, element = sandbox.origin, sandbox.element

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

-- What is known of a state's template; its objects are made when somebody looks at them.
local function opened(state)
  local frame, of_section = host.part(state, "schema"), {}
  for index, found in ipairs(frame.section_found) do
    if found ~= 0 then of_section[found] = index end
  end
  state.schema = { frame = frame, of_section = of_section }
  return state.schema
end

local function schema_of(state)
  if not host.part(state, "schema") then return nil end
  return state.schema or opened(state)
end

--- What the template of a spec asks for, or nil where there is none.
function host.schema(state)
  local known = schema_of(state)
  if not known then return nil end
  if not known.object then
    local frame = known.frame
    known.object = setmetatable({
      name = frame.name, sections = frame.sections, metadata = frame.metadata,
      tables = frame.tables, values = frame.values,
    }, { __index = schema, __metatable = false })
    host.remember(known.object, state, "schema", 0)
  end
  return known.object
end

--- The section of the template that a section stands for, or nil.
function host.expected(state, index)
  local known = schema_of(state)
  local found = known and known.of_section[index]
  return found and element(known.frame.sections, found) or nil
end

-- A class of objects that know their place and what `get` adds to that, of its state and its number
-- among the places.
local function class(name, get, methods)
  methods = methods or {}

  function methods:at()
    host.own(self, "template", "at")
    return self
  end

  function methods.__get(object, key)
    local state, _, number = origin(object)
    if not state then return nil end
    if key == "spec" then return state.spec end
    return get and get(key, state, (state.schema or schema_of(state)).frame, number)
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

class("expected-section", function(key, state, frame, number)
  if key == "section" then return host.section(state, frame.section_found[number]) end
  if key == "parent" then return element(frame.sections, frame.section_parents[number]) end
  if key == "shapes" then return text_of(state).shapes[number] end
  if key == "after" then return element(frame.sections, frame.section_after[number]) end
  if key == "duplicates" then
    local list = {}
    for n, found in ipairs(frame.section_duplicates[number] or {}) do
      list[n] = host.section(state, found)
    end
    return list
  end
end, expected)

class("expected-table", function(key, _, frame, number)
  if key ~= "section" then return nil end
  return element(frame.sections, frame.table_sections[number - frame.first_table + 1])
end)

class("chosen-value", function(key, state, frame, number)
  if key ~= "item" then return nil end
  local index = frame.value_items[number - frame.first_value + 1]
  if index == 0 then return nil end
  return host.item_at(state, index)
end)

local field = {}

--- The line that the template has.
---@return string
function field:markdown()
  local place = host.own(self, "template", "markdown")
  return text_of(place.state).metadata[place.index - #host.part(place.state, "schema").sections]
end

class("expected-metadata", nil, field)
class("expected-column")
