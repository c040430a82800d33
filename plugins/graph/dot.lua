-- The graph in Graphviz' language.
local dot = {}

local SHAPES = {
  spec = "shape=folder, style=filled, fillcolor=\"#dbe7f5\"", component = "shape=component",
  dependency = "shape=cylinder", endpoint = "shape=note", phase = "shape=cds",
}
local EDGES = { has = "style=dotted, arrowhead=none", offers = "style=dotted", needs = "",
  ["then"] = "style=bold" }

-- A quoted string; control characters are no part of a name.
local function quoted(s)
  return '"' .. s:gsub("%c", " "):gsub('[\\"]', "\\%0") .. '"'
end

local function node(one)
  return string.format("%s [label=%s, %s];", one.id, quoted(one.label), SHAPES[one.kind])
end

--- The graph as text.
function dot.encode(graph, direction)
  local lines = {
    "digraph specs {", "  rankdir=" .. direction .. ";",
    '  node [fontname="sans-serif", fontsize=10];', '  edge [color="#555555"];',
  }
  local function add(format, ...) lines[#lines + 1] = string.format(format, ...) end
  for number, group in ipairs(graph.groups) do
    add("  subgraph cluster_%d {", number)
    add("    label=%s;", quoted(group.label))
    for _, one in ipairs(group) do add("    %s", node(one)) end
    add "  }"
  end
  for _, one in ipairs(graph.shared) do add("  %s", node(one)) end
  for _, edge in ipairs(graph.edges) do
    local style = EDGES[edge.kind]
    add("  %s -> %s%s;", edge.from.id, edge.to.id, style ~= "" and " [" .. style .. "]" or "")
  end
  add "}"
  return table.concat(lines, "\n") .. "\n"
end

return dot
