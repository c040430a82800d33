-- A spec as a tree of sections with their own lines, so that they can be put together anew.
local outline = {}

--- The lines of a text, each with its ending.
function outline.lines(source)
  local list, from = {}, 1
  while from <= #source do
    local at = source:find("[\r\n]", from)
    local to = at or #source
    if source:sub(to, to + 1) == "\r\n" then to = to + 1 end
    list[#list + 1] = source:sub(from, to)
    from = to + 1
  end
  return list
end

-- The ending that most lines have.
local function line_ending(lines)
  local count, best = {}, "\n"
  for _, line in ipairs(lines) do
    local ending = line:match "[\r\n]+$"
    if ending then count[ending] = (count[ending] or 0) + 1 end
  end
  for ending, number in pairs(count) do
    if number > (count[best] or 0) then best = ending end
  end
  return best
end

function outline.is_blank(line) return not line:find "[^ \t\r\n]" end

-- The sections that bear the document's title or stand in front of the one that does.
local function titles(spec)
  local first, list, set = {}, {}, {}
  for _, section in ipairs(spec.sections) do
    if section.level == 1 and not section.implicit then first[#first + 1] = section end
  end
  for number, section in ipairs(first) do
    local is_title = number == 1
      or (spec.title and number == 2 and section.title:find(spec.title, 1, true))
    if is_title and not (#first > 1 and section.role) then list[#list + 1] = section end
  end
  -- Only those in front of all others belong to the head.
  for number, section in ipairs(spec.sections) do
    if section ~= list[number] then break end
    set[section] = true
  end
  return set
end

-- A heading of its own; a bold paragraph is one where it says nothing else, and the template knows it.
local function is_heading(section, block, lines)
  if not section.implicit then return true end
  return section.expected and block.line == block.last_line
    and lines[block.line]:find "^%s*%*%*[^*]+%*%*:?%s*$" ~= nil
end

-- Cuts blank lines off the end of a part, and the rule that parts it from a section of the top.
local function cut_tail(part, document, is_last_of_top)
  local lines, last = document.lines, part.last
  while last >= part.first and outline.is_blank(lines[last]) do last = last - 1 end
  local block = document.block_at[last]
  if is_last_of_top and last >= part.first and block and block.kind == "rule" then
    part.has_rule = true
    last = last - 1
    while last >= part.first and outline.is_blank(lines[last]) do last = last - 1 end
  end
  part.tail = table.concat(lines, "", last + 1, part.last)
  part.last = last
end

--- The head of a document, and its sections: each with its heading's lines, its own lines behind
--- them, and the sections below it.
function outline.read(spec)
  local source = spec:markdown()
  local mark = source:sub(1, 3) == "\xEF\xBB\xBF" and source:sub(1, 3) or ""
  local lines = outline.lines(source:sub(#mark + 1))
  local document = {
    spec = spec, lines = lines, mark = mark, eol = line_ending(lines), nodes = {}, roots = {},
    node_of = {}, items_at = {}, block_at = {}, block_from = {}, ends_line = source:find "[\r\n]$" ~= nil,
  }
  for _, item in ipairs(spec:items()) do
    document.items_at[item.line] = document.items_at[item.line] or {}
    table.insert(document.items_at[item.line], item)
  end
  for _, block in ipairs(spec.blocks) do
    document.block_from[block.line] = block
    for line = block.line, block.last_line do document.block_at[line] = block end
  end
  local nodes, is_title = document.nodes, titles(spec)
  for _, section in ipairs(spec.sections) do
    local block = document.block_from[section.line]
    if block and not is_title[section] and is_heading(section, block, lines) then
      local node = {
        section = section, title = section.title, level = section.level, children = {},
        line = section.line, first = block.last_line + 1,
        -- A bold paragraph may just as well end the section that it follows as stand in it.
        parent = not section.implicit and document.node_of[section.parent] or nil,
      }
      nodes[#nodes + 1] = node
      document.node_of[section] = node
      local siblings = node.parent and node.parent.children or document.roots
      node.before = siblings[#siblings]
      siblings[#siblings + 1] = node
    end
  end
  local head = { first = 1, last = (nodes[1] and nodes[1].line or #lines + 1) - 1 }
  for number, node in ipairs(nodes) do
    local next = nodes[number + 1]
    node.last = (next and next.line or #lines + 1) - 1
    node.next = next
    cut_tail(node, document, not next or not next.parent)
  end
  head.next = nodes[1]
  cut_tail(head, document, nodes[1] ~= nil)
  document.head = head
  return document
end

--- The own lines of a part, without the ending of the last.
function outline.body(document, part)
  return (table.concat(document.lines, "", part.first, part.last):gsub("[\r\n]+$", ""))
end

--- The lines of a node's heading, without the ending of the last.
function outline.heading(document, node)
  return (table.concat(document.lines, "", node.line, node.first - 1):gsub("[\r\n]+$", ""))
end

return outline
