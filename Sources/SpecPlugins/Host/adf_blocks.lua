-- Blocks of Markdown as those of Atlassian's document format. What its schema does not let stand in
-- a place is rewritten as what may stand there; no text is lost but that of raw HTML.
local sandbox = ...
local host = sandbox.host
local clean, inlines, hash = host.late "clean", host.late "adf_inlines", host.late "hash"
local json = host.json

local blocks = {}

-- Lists in lists: with four levels of JSON each, what `json.encode` can write.
local DEEPEST = 8
local BOXES = { [true] = "\u{2611} ", [false] = "\u{2610} " }

local function filled(list) return #list > 0 and list or json.empty_list end

local function paragraph(content) return { type = "paragraph", content = filled(content) } end

-- `place`: what the blocks stand in ("doc", "quote", "item"), how many lists that is in, and the
-- numbers of boxes.
local add

local function add_heading(into, node, place)
  if place.kind == "doc" then
    into[#into + 1] = { type = "heading", attrs = { level = node.level },
      content = filled(inlines.of("", node.children)) }
  else
    into[#into + 1] = paragraph(inlines.of("", node.children, true))
  end
end

local function add_code(into, node)
  local content = clean.text(node.text)
  local language = clean.text(node.language or "")
  into[#into + 1] = { type = "codeBlock",
    attrs = language ~= "" and { language = language } or nil,
    content = content ~= "" and { { type = "text", text = content } } or json.empty_list }
end

local function inside(place, kind)
  return { kind = kind, depth = place.depth + 1, boxes = place.boxes }
end

-- A quote holds no quote, and none stands in a list.
local function add_quote(into, node, place)
  if place.kind ~= "doc" then return add(into, node.children, place) end
  local content = {}
  add(content, node.children, { kind = "quote", depth = place.depth, boxes = place.boxes })
  if #content > 0 then into[#into + 1] = { type = "blockquote", content = content } end
end

-- A list of boxes alone, whose entries are a paragraph and such lists.
local function is_task_list(list)
  for _, entry in ipairs(list.children) do
    if entry.done == nil then return false end
    for index, node in ipairs(entry.children) do
      if index == 1 and node.kind ~= "paragraph" then return false end
      if index > 1 and not (node.kind == "list" and is_task_list(node)) then return false end
    end
  end
  return true
end

local function local_id(place)
  place.boxes.count = place.boxes.count + 1
  return hash.uuid(place.boxes.seed, "localId " .. place.boxes.count)
end

local function task_list(list, place)
  local content = {}
  local made = { type = "taskList", attrs = { localId = local_id(place) }, content = content }
  for _, entry in ipairs(list.children) do
    local first = entry.children[1]
    content[#content + 1] = { type = "taskItem",
      attrs = { localId = local_id(place), state = entry.done and "DONE" or "TODO" },
      content = filled(first and inlines.of("", first.children) or {}) }
    for index = 2, #entry.children do
      content[#content + 1] = task_list(entry.children[index], place)
    end
  end
  return made
end

local function depth_of(list)
  local deepest = 0
  for _, entry in ipairs(list.children) do
    for _, node in ipairs(entry.children) do
      if node.kind == "list" then deepest = math.max(deepest, depth_of(node)) end
    end
  end
  return deepest + 1
end

-- An entry begins with a paragraph or code.
local function list_item(entry, place)
  local content = {}
  local box = entry.done ~= nil and BOXES[entry.done] or ""
  local first = entry.children[1]
  local begins = first and (first.kind == "paragraph" or (first.kind == "code" and box == ""))
  if begins and first.kind == "paragraph" then
    content[1] = paragraph(inlines.of(box, first.children))
  elseif not begins then
    content[1] = paragraph(inlines.of(box, {}))
  end
  local rest = {}
  for index, node in ipairs(entry.children) do
    if index > 1 or first.kind ~= "paragraph" then rest[#rest + 1] = node end
  end
  add(content, rest, place)
  return { type = "listItem", content = content }
end

local function add_list(into, list, place)
  if place.depth >= DEEPEST then
    for _, entry in ipairs(list.children) do
      local box = entry.done ~= nil and BOXES[entry.done] or ""
      if box ~= "" then into[#into + 1] = paragraph(inlines.of(box, {})) end
      add(into, entry.children, place)
    end
    return
  end
  if place.kind ~= "quote" and is_task_list(list) and depth_of(list) + place.depth <= DEEPEST then
    into[#into + 1] = task_list(list, place)
    return
  end
  local content, within = {}, inside(place, "item")
  for index, entry in ipairs(list.children) do content[index] = list_item(entry, within) end
  into[#into + 1] = { type = list.start and "orderedList" or "bulletList",
    attrs = list.start and { order = list.start } or nil, content = content }
end

local function table_node(node)
  local rows = {}
  for index, row in ipairs(node.children) do
    local cells = {}
    for column, cell in ipairs(row.children) do
      cells[column] = { type = index == 1 and "tableHeader" or "tableCell",
        content = { paragraph(inlines.of("", cell.children)) } }
    end
    rows[index] = { type = "tableRow", content = filled(cells) }
  end
  return { type = "table", content = rows }
end

-- Where no table may stand: a list with an entry for each row, "Risk: Late".
local function add_rows(into, node, place)
  local header, entries = node.children[1].children, {}
  for index = 2, #node.children do
    local content = {}
    for column, cell in ipairs(node.children[index].children) do
      if column > 1 then content[#content + 1] = { kind = "hard-break" } end
      local name = header[column] and header[column].children or {}
      if #name > 0 then
        content[#content + 1] = { kind = "strong", children = name }
        content[#content + 1] = { kind = "text", text = ": " }
      end
      for _, one in ipairs(cell.children) do content[#content + 1] = one end
    end
    entries[#entries + 1] = { kind = "item", children = { { kind = "paragraph", children = content } } }
  end
  if #entries == 0 then
    for _, cell in ipairs(header) do
      entries[#entries + 1] =
        { kind = "item", children = { { kind = "paragraph", children = cell.children } } }
    end
  end
  add_list(into, { kind = "list", children = entries }, place)
end

local function add_table(into, node, place)
  if place.kind == "doc" then
    into[#into + 1] = table_node(node)
  else
    add_rows(into, node, place)
  end
end

local function add_footnote(into, node, place)
  local label = { kind = "text", text = "[" .. node.text .. "] " }
  local content, first = {}, node.children[1]
  local joins = first and first.kind == "paragraph"
  content[1] = { kind = "paragraph", children = { label } }
  if joins then
    for _, one in ipairs(first.children) do
      content[1].children[#content[1].children + 1] = one
    end
  end
  for index = joins and 2 or 1, #node.children do content[#content + 1] = node.children[index] end
  add(into, content, place)
end

local BLOCK = {
  paragraph = function(into, node)
    into[#into + 1] = paragraph(inlines.of("", node.children))
  end,
  heading = add_heading, code = add_code, quote = add_quote, list = add_list, table = add_table,
  footnote = add_footnote,
  rule = function(into, _, place)
    if place.kind == "doc" then into[#into + 1] = { type = "rule" } end
  end,
}

function add(into, list, place)
  for _, node in ipairs(list) do
    local write = BLOCK[node.kind] -- none for raw HTML
    if write then write(into, node, place) end
  end
end

--- The blocks of a document; boxes are numbered from a seed.
function blocks.of(list, seed)
  local into = {}
  add(into, list, { kind = "doc", depth = 0, boxes = { seed = seed, count = 0 } })
  return into
end

blocks.paragraph = paragraph

return blocks
