-- The graph in Mermaid's language.
local mermaid = {}

local SHAPES = {
  spec = { "[/", "/]" }, component = { "[", "]" }, dependency = { "[(", ")]" },
  endpoint = { "([", "])" }, phase = { ">", "]" },
}
local EDGES = { has = "---", offers = "-.->", needs = "-->", ["then"] = "==>" }

-- Between quotes only these mean something; "#35;" is Mermaid's way to write a character.
local function quoted(s)
  s = s:gsub("%c", " "):gsub('[#"<>&`\\]', function(c) return string.format("#%d;", c:byte()) end)
  return '"' .. s .. '"'
end

local function node(one)
  local shape = SHAPES[one.kind]
  return one.id .. shape[1] .. quoted(one.label) .. shape[2]
end

--- The graph as text.
function mermaid.encode(graph, direction)
  local lines = { "flowchart " .. direction }
  local function add(line) lines[#lines + 1] = line end
  for number, group in ipairs(graph.groups) do
    add(string.format("  subgraph g%d[%s]", number, quoted(group.label)))
    for _, one in ipairs(group) do add("    " .. node(one)) end
    add "  end"
  end
  for _, one in ipairs(graph.shared) do add("  " .. node(one)) end
  for _, edge in ipairs(graph.edges) do
    add("  " .. edge.from.id .. " " .. EDGES[edge.kind] .. " " .. edge.to.id)
  end
  return table.concat(lines, "\n") .. "\n"
end

return mermaid
