-- The workspace of a run. A spec is opened when somebody first looks at it: a rule that has to do with few of
-- thousands holds few of them.
local sandbox = ...
local host, origin = sandbox.host, sandbox.origin

local workspace = {}

-- The state of the workspace that a method was called on.
local function own(object, method)
  local state, what = origin(object)
  if what == "workspace" then return state end
  host.fail("workspace:%s: call it with a colon, as in `workspace:%s(…)`, on the workspace of this run",
    method, method)
end

-- The state of the spec with a number.
local function at(state, number)
  local found = state.opened[number]
  if not found then
    found = host.open(sandbox.ask(number, ".spec"), number, state.hides_placeholders)
    found.selected = state.selected and state.selected[number]
    state.opened[number] = found
  end
  return found
end

-- The states of all specs.
local function all(state)
  for number = 1, state.frame.count do at(state, number) end
  return state.opened
end

local function paths(state)
  local list = {}
  for path in state.frame.paths:gmatch "([^\0]*)\0" do list[#list + 1] = path end
  return list
end

local function numbering(state)
  state.numbering = state.numbering or host.late("ids").numbering(all(state))
  return state.numbering
end

--- The spec with a path, as `spec.path` says it, or nil.
---@param path string
---@return perilune.Spec?
function workspace:spec(path)
  local state = own(self, "spec")
  host.want(path, "string", "workspace:spec")
  if not state.numbers then
    state.numbers = {}
    for number, name in ipairs(paths(state)) do state.numbers[name] = number end
  end
  local number = state.numbers[path]
  return number and at(state, number).spec
end

--- The links of all specs that lead to a file or a folder, spec by spec.
---@return perilune.Link[]
function workspace:file_links()
  local state, list = own(self, "file_links"), {}
  host.need "file_links"
  for _, number in ipairs(state.frame.linking) do
    for _, link in ipairs(host.part(at(state, number), "links", "file_links").list) do
      if link.file then list[#list + 1] = link end
    end
  end
  return list
end

--- The items of one kind, or of all kinds, over all specs.
---@items perilune.Workspace
---@param kind? perilune.ItemKind all kinds without one
---@return perilune.Item[]
function workspace:items(kind)
  local list = {}
  for _, state in ipairs(all(own(self, "items"))) do
    host.items(state, kind, "workspace:items", nil, list)
  end
  return list
end

--- The items that a selector finds, over all specs.
---@param selector string
---@return perilune.Item[]
function workspace:query(selector)
  local state = own(self, "query")
  return host.query(function(number) return at(state, number) end, 0, selector, "workspace:query")
end

--- The next free id with a prefix, "FR-4", over all specs; each call gives another one.
---@param prefix string
---@return string
function workspace:next_id(prefix)
  local state = own(self, "next_id")
  host.want(prefix, "string", "workspace:next_id")
  return numbering(state)(prefix)
end

--- The next free id over all specs for an item, in the form of those beside it; with `prefix` where
--- its spec has none.
---@param item perilune.Item
---@param prefix string
---@return string
function workspace:id_for(item, prefix)
  return host.late("ids").id_for(item, prefix, numbering(own(self, "id_for")), "workspace:id_for")
end

--- What of the specs is work to be tracked, parents before their children: phases as epics,
--- requirements as stories, tasks, and questions that nobody answered. `labels` are of every
--- ticket; `skip_done` leaves out tasks that are ticked. With the name of a `tracker` each ticket says
--- what is to be done there, and the second list what is gone from the specs.
---@param options? { labels?: string[], skip_done?: boolean, tracker?: string }
---@return perilune.Ticket[]
---@return perilune.VanishedTicket[]
function workspace:tickets(options)
  return host.late("tickets").of(all(own(self, "tickets")), options)
end

local computed = {
  paths = paths,
  specs = function(state)
    local specs = {}
    for number, one in ipairs(all(state)) do specs[number] = one.spec end
    return specs
  end,
}

workspace.__get = host.computing(computed)

sandbox.class("workspace", workspace)

--- The workspace of a frame.
--- @param hides_placeholders boolean are items left out that are made of template text alone?
--- @param selected? boolean[] by spec: is the run about it?
return function(frame, hides_placeholders, selected)
  local state = {
    frame = frame, opened = {}, hides_placeholders = hides_placeholders, selected = selected,
  }
  sandbox.own(frame, state)
  return frame.workspace
end
