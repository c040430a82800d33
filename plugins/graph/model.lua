-- What is drawn: groups of nodes, one a spec, nodes that specs share, and edges between nodes.
local model = {}

local LONGEST_LABEL = 80

local function set_of(list)
  local set = {}
  for _, name in ipairs(list) do set[name] = true end
  return set
end

local function key(s)
  local slug = text.slug(s)
  return slug ~= "" and slug or s
end

-- A name that says nothing is no node.
local function label(item)
  if item.kind == "endpoint" then
    local path = item:says "path"
    if path then return text.collapse((item:says "method" or "") .. " " .. path) end
  end
  local name = item:says "name"
  if item.kind == "phase" and name and name:find "^%d+$" then
    local scope = item:says "scope"
    return "Phase " .. name .. (scope and ": " .. scope or "")
  end
  return name
end

local Graph = {}
Graph.__index = Graph

function Graph:node(group, kind, name)
  local list = group or self.shared
  local node = {
    id = "n" .. self.count, kind = kind, label = text.cut(text.collapse(name), LONGEST_LABEL),
    name = name,
  }
  self.count = self.count + 1
  list[#list + 1] = node
  return node
end

function Graph:edge(from, to, kind)
  local name = from.id .. " " .. to.id
  if from == to or self.drawn[name] then return end
  self.drawn[name] = true
  self.edges[#self.edges + 1] = { from = from, to = to, kind = kind }
end

-- What several specs depend on is one thing, unless it is a component of the spec that names it, or
-- another spec.
function Graph:dependency(own, name)
  if own[key(name)] then return own[key(name)] end
  local known = self.by_name[key(name)]
  if not known then
    known = self:node(nil, "dependency", name)
    self.by_name[key(name)] = known
  end
  return known
end

-- Components that are named in what another says that it needs.
local function add_component_edges(graph, components)
  for _, one in ipairs(components) do
    for _, said in ipairs { one.item:says "dependencies" or "", one.item:says "interfaces" or "" } do
      for _, other in ipairs(components) do
        if text.contains(said, other.node.name) then graph:edge(one.node, other.node, "needs") end
      end
      for _, node in ipairs(graph.shared) do
        if text.contains(said, node.name) then graph:edge(one.node, node, "needs") end
      end
    end
  end
end

local function names_phase(said, phase)
  local short = phase.name:match "^(%a+ %d+)%f[%W]"
  return text.contains(said, phase.name) or short and text.contains(said, short)
end

-- Each phase follows those that it names, else the one in front of it.
local function add_phases(graph, spec, group)
  local last
  local phases = {}
  for _, item in ipairs(spec:items "phase") do
    local name = label(item)
    if name then
      local node, found = graph:node(group, "phase", name), false
      local said = item:says "dependencies"
      for _, earlier in ipairs(said and phases or {}) do
        if names_phase(said, earlier.node) then
          graph:edge(earlier.node, node, "then")
          found = true
        end
      end
      local is_beside = last and last.item.section == item.section
      if not found and is_beside then graph:edge(last.node, node, "then") end
      last = { node = node, item = item }
      phases[#phases + 1] = last
    end
  end
end

-- A group that has a node for the spec itself.
local function open(graph, spec)
  local name = text.collapse(spec:says "title" or spec.path)
  local group = { label = text.cut(name, LONGEST_LABEL) }
  graph.groups[#graph.groups + 1] = group
  group.root = graph:node(group, "spec", name)
  graph.by_name[key(name)] = graph.by_name[key(name)] or group.root
  return group
end

local function add_spec(graph, spec, group, shown)
  local root = group.root
  local own, components = {}, {}
  local function each(kind, run)
    for _, item in ipairs(shown[kind] and spec:items(kind) or {}) do
      local name = label(item)
      if name then run(item, name) end
    end
  end
  each("component", function(item, name)
    local node = graph:node(group, "component", name)
    own[key(name)] = own[key(name)] or node
    components[#components + 1] = { node = node, item = item }
    graph:edge(root, node, "has")
  end)
  each("endpoint", function(_, name)
    graph:edge(root, graph:node(group, "endpoint", name), "offers")
  end)
  each("dependency", function(_, name)
    graph:edge(root, graph:dependency(own, name), "needs")
  end)
  add_component_edges(graph, components)
  if shown.phase then add_phases(graph, spec, group) end
end

--- `{ groups, shared, edges }` of a workspace: a group has a `label` and nodes, a node `id`, `kind`
--- and `label`, an edge `from`, `to` and `kind`.
function model.of(workspace, kinds)
  local graph = setmetatable({
    groups = {}, shared = {}, edges = {}, by_name = {}, drawn = {}, count = 1,
  }, Graph)
  local shown, groups = set_of(kinds), {}
  for number, spec in ipairs(workspace.specs) do groups[number] = open(graph, spec) end
  for number, spec in ipairs(workspace.specs) do add_spec(graph, spec, groups[number], shown) end
  return graph
end

return model
