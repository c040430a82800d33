-- Sections, placeholders and blocks: what stands in a spec beside its items.
local sandbox = ...
local host, origin = sandbox.host, sandbox.origin

local section = {}

---@return perilune.Place
function section:at()
  host.own(self, "section", "at")
  return self
end

--- The Markdown of the section's own: its heading, and what stands below it up to the next one.
---@return string
function section:markdown()
  return host.source(host.own(self, "section", "markdown"))
end

--- The items of the section and of the sections below it.
---@items perilune.Section
---@param kind? perilune.ItemKind all kinds without one
---@return perilune.Item[]
function section:items(kind)
  local place = host.own(self, "section", "items")
  local sections = place.state.frame.item_sections
  local parents = host.part(place.state, "sections").parents
  local function below(index)
    local holder = sections[index]
    while holder ~= 0 and holder ~= place.index do holder = parents[holder] end
    return holder ~= 0
  end
  return host.items(place.state, kind, "section:items", below)
end

function section.__get(object, key)
  if key ~= "spec" and key ~= "parent" and key ~= "expected" then return nil end
  local state, _, index = origin(object)
  if not state then return nil end
  if key == "spec" then return state.spec end
  if key == "expected" then return host.expected(state, index) end
  return host.section(state, host.part(state, "sections").parents[index])
end

sandbox.class("section", section)

-- Placeholders, links and blocks differ in the list that names their sections, `sections(state)`, and
-- in what can be pointed at.
local function class(what, sections, own)
  local methods = own or {}

  if not own then
    function methods:at()
      host.own(self, what, "at")
      return self
    end
  end

  function methods.__get(object, key)
    if key ~= "spec" and key ~= "section" and key ~= "blocks" then return nil end
    local state, _, index = origin(object)
    if not state then return nil end
    if key == "spec" then return state.spec end
    if key == "section" then
      host.need "sections"
      return host.section(state, sections(state)[index])
    end
    if what == "block" then return host.blocks_in(state, index) end
  end

  sandbox.class(what, methods)
end

class("placeholder", function(state) return host.part(state, "placeholders").sections end)

local link = {}

-- Which part of a link is meant: all of it, its target, or words of its text.
local function part_of_link(object, who, part, words)
  local place = host.own(object, "link", who)
  if part == nil or part == "target" and words == nil then return place, part end
  if part ~= "text" then
    host.fail('%s: expected "target", or "text" and words, found %s', who, host.found(part))
  end
  return place, part, host.want(words, "string", who)
end

--- The place of a link; of its `target`, where that stands in it as `link.target` says it; or of words
--- where they first stand in its `text`.
---@param part? "target"|"text"
---@param words? string
---@return perilune.Place
function link:at(part, words)
  local place, field, element = part_of_link(self, "at", part, words)
  return field and host.field_place(place, field, element) or self
end

--- The Markdown of a link, or of what `:at` finds of it; nil where that is not there.
---@param part? "target"|"text"
---@param words? string
---@return string?
function link:markdown(part, words)
  return host.source(part_of_link(self, "markdown", part, words))
end

class("link", function(state) return host.part(state, "links").sections end, link)

local block = {}

--- The place of a block, of words where they first stand in its source (from a byte on), or of one of
--- its lines.
---@param part? string|integer
---@param from? integer the byte that words are looked for from, as `string.find` counts
---@return perilune.Place
function block:at(part, from)
  local place = host.own(self, "block", "at")
  if part == nil then return self end
  if math.type(part) == "integer" then return host.field_place(place, "", part) end
  if from ~= nil and math.type(from) ~= "integer" then
    host.fail("at: expected a whole number, found %s", host.found(from))
  end
  return host.field_place(place, host.want(part, "string", "at"), from)
end

class("block", function(state) return host.blocks(state).sections end, block)
