-- Specs.
local sandbox = ...
local host = sandbox.host

local spec = {}

--- The items of one kind, or of all kinds, in document order.
---@items perilune.Spec
---@param kind? perilune.ItemKind all kinds without one
---@return perilune.Item[]
function spec:items(kind)
  return host.items(host.own(self, "spec", "items").state, kind, "spec:items")
end

--- The items that a selector finds, in document order.
---@param selector string
---@return perilune.Item[]
function spec:query(selector)
  local state = host.own(self, "spec", "query").state
  return host.query(function() return state end, state.number, selector, "spec:query")
end

--- The first section with a role, or nil.
---@param role string
---@return perilune.Section?
function spec:section(role)
  local state = host.own(self, "spec", "section").state
  host.want(role, "string", "spec:section")
  for index, section in ipairs(host.part(state, "sections").list) do
    if section.role == role then return host.section(state, index) end
  end
end

--- The place of a metadata value by its role, or of the title; the first line where it is absent.
---@param role? string
---@return perilune.Place
function spec:at(role)
  local place = host.own(self, "spec", "at")
  if role == nil then return self end
  host.want(role, "string", "spec:at")
  return host.field_place(place, (role:gsub("_", "-")))
end

--- The Markdown of the whole document, or of a metadata value by its role, byte for byte; nil where
--- there is no such value.
---@param role? string
---@return string?
function spec:markdown(role)
  local place = host.own(self, "spec", "markdown")
  if role == nil then return host.source(place) end
  host.want(role, "string", "spec:markdown")
  return host.source(place, (role:gsub("_", "-")))
end

--- What somebody wrote as a metadata value, by its role, or as the `title`, without white space around
--- it: nil where it is absent, is left empty, holds a dash, or still holds the template's text.
---@param role string
---@return string?
function spec:says(role)
  local place = host.own(self, "spec", "says")
  host.want(role, "string", "spec:says")
  return host.written(place.state, role == "title" and self.title or self.raw[role])
end

--- The spec that another text would be, held against the same template, with its items that are made of
--- placeholders. No finding and no edit can be in it.
---@param markdown string
---@return perilune.Spec
function spec:reread(markdown)
  local state = host.own(self, "spec", "reread").state
  host.want(markdown, "string", "spec:reread")
  local answer = sandbox.ask(state.number, "<" .. markdown)
  if not answer then host.fail("spec:reread: no text can be read here") end
  return host.open(answer.frame, answer.number).spec
end

--- The next free id with a prefix, "FR-4", written like those that are there; each call gives another one.
---@param prefix string
---@return string
function spec:next_id(prefix)
  local state = host.own(self, "spec", "next_id").state
  host.want(prefix, "string", "spec:next_id")
  state.numbering = state.numbering or host.late("ids").numbering { state }
  return state.numbering(prefix)
end

--- The next free id for an item, in the form of those beside it; with `prefix` where the spec has none.
---@param item perilune.Item
---@param prefix string
---@return string
function spec:id_for(item, prefix)
  local state = host.own(self, "spec", "id_for").state
  state.numbering = state.numbering or host.late("ids").numbering { state }
  return host.late("ids").id_for(item, prefix, state.numbering, "spec:id_for")
end

-- Name → the line of the first that has it.
local function anchors(state)
  local part, lines, number = host.part(state, "anchors"), {}, 0
  for name in part.names:gmatch "([^\0]*)\0" do
    number = number + 1
    lines[name] = lines[name] or part.lines[number]
  end
  return lines
end

-- Of items whose kinds a workspace added only the host knows what their titles are.
local function ids(state)
  local part = host.part(state, "ids")
  for kind in pairs(host.title_field) do
    for _, item in ipairs(state.frame.kinds[kind] and host.items_of(state, kind) or {}) do
      part.titles[#part.titles + 1] = (item.title or ""):match "^%W*(%u[%u%d]*%-%d+)%f[^%w]"
    end
  end
  return part
end

-- All elements of a part, as a list that the caller owns.
local function all(name)
  return function(state)
    -- It may be there for another reason.
    host.need(name)
    return sandbox.elements(host.part(state, name).list)
  end
end

local computed = {
  anchors = anchors, ids = ids, sections = all "sections",
  placeholders = all "placeholders", links = all "links",
  schema = host.schema,
  blocks = function(state) return host.blocks_in(state, 0) end,
  selected = function(state) return state.selected ~= false end,
}

spec.__get = host.computing(computed)

sandbox.class("spec", spec)
