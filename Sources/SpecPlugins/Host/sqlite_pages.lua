-- The pages of a database: trees of rows and of index entries, filled from the left (file format
-- §1.5, §1.6).
local sandbox = ...
local record = sandbox.host.late "sqlite_record"
local concat, pack, rep = table.concat, string.pack, string.rep
local varint = record.varint

local PAGE = 4096
local TABLE = { leaf = "\13", branch = "\5", most = PAGE - 35 }
local INDEX = { leaf = "\10", branch = "\2", parts = true, most = (PAGE - 12) * 64 // 255 - 23 }
local LEAST = (PAGE - 12) * 32 // 255 - 23

local tree = {}

--- Pages in the order of their numbers; the first is made last, since it tells of the others.
function tree.new() return { false } end

local function add_page(pages, bytes)
  pages[#pages + 1] = bytes
  return #pages
end

-- What of a payload stands in its cell; the rest in pages that each name the next.
local function stored(pages, payload, most)
  if #payload <= most then return payload end
  local here = LEAST + (#payload - LEAST) % (PAGE - 4)
  if here > most then here = LEAST end
  local count = (#payload - here + PAGE - 5) // (PAGE - 4)
  local first = #pages + 1
  for index = 1, count do
    local start = here + (index - 1) * (PAGE - 4)
    local part = payload:sub(start + 1, start + PAGE - 4)
    local next = index < count and first + index or 0
    add_page(pages, pack(">I4", next) .. part .. rep("\0", PAGE - 4 - #part))
  end
  return payload:sub(1, here) .. pack(">I4", first)
end

-- A page of cells, `reserved` bytes of which are the file's header.
local function page(kind, cells, right, reserved)
  local places, bytes, place = {}, {}, PAGE
  for index, cell in ipairs(cells) do
    place = place - #cell
    places[index] = pack(">I2", place)
    bytes[#cells + 1 - index] = cell
  end
  local head = kind .. pack(">I2I2I2B", 0, #cells, place, 0) .. (right and pack(">I4", right) or "")
  local pointers = concat(places)
  return head .. pointers .. rep("\0", place - reserved - #head - #pointers) .. concat(bytes)
end

-- A page of each group of cells that fits; what `pages` become on the level above: their numbers, and
-- what stands between them. Between the leaves of an index stands an entry that is in neither.
local function leaves(kind, cells, room, made)
  local level, first, count = {}, 1, #cells
  repeat
    local last, used, group = first - 1, 0, {}
    while last < count and used + #cells[last + 1].bytes + 2 <= room do
      last = last + 1
      used = used + #cells[last].bytes + 2
    end
    local parting = cells[last]
    if kind.parts and last < count then
      -- The last entry of all stands between no two leaves.
      if last + 1 == count then last = last - 1 end
      parting = cells[last + 1]
    end
    for index = first, last do group[#group + 1] = cells[index].bytes end
    level[#level + 1] = { page = made(kind.leaf, group, nil), key = parting and parting.key }
    first = last + (kind.parts and 2 or 1)
  until first > count
  return level
end

-- The level above: each page names some below, the last of which without a key. None names one only.
local function branches(kind, below, room, made)
  local level, first, count = {}, 1, #below
  repeat
    local last, used, group = first, 0, {}
    while last < count and used + #below[last].key + 6 <= room do
      used = used + #below[last].key + 6
      last = last + 1
    end
    if last + 1 == count then last = last - 1 end
    for index = first, last - 1 do
      group[#group + 1] = pack(">I4", below[index].page) .. below[index].key
    end
    level[#level + 1] = { page = made(kind.branch, group, below[last].page), key = below[last].key }
    first = last + 1
  until first > count
  return level
end

-- Levels from the leaves up to the root. Pages are numbered where there are others on their level or
-- above; the root is what `finish` makes of it.
local function planted(pages, kind, cells, finish, reserved)
  local waiting
  local function made(type, group, right)
    if waiting then add_page(pages, page(waiting[1], waiting[2], waiting[3], 0)) end
    waiting = { type, group, right }
    return #pages + 1
  end
  local level = leaves(kind, cells, PAGE - 8 - reserved, made)
  while #level > 1 do
    level = branches(kind, level, PAGE - 12 - reserved, made)
  end
  return finish(page(waiting[1], waiting[2], waiting[3], reserved))
end

local function appended(pages) return function(bytes) return add_page(pages, bytes) end end

--- Adds a tree of rows: the number of its root.
--- @param rows { rowid: integer, payload: string }[] in the order of their numbers
--- @param finish? function takes the root instead
--- @param reserved? integer bytes in front of the root
function tree.rows(pages, rows, finish, reserved)
  local cells = {}
  for index, row in ipairs(rows) do
    local key = varint(row.rowid)
    cells[index] = { key = key,
      bytes = varint(#row.payload) .. key .. stored(pages, row.payload, TABLE.most) }
  end
  return planted(pages, TABLE, cells, finish or appended(pages), reserved or 0)
end

--- Adds a tree of index entries, in their order: the number of its root.
function tree.entries(pages, payloads)
  local cells = {}
  for index, payload in ipairs(payloads) do
    local bytes = varint(#payload) .. stored(pages, payload, INDEX.most)
    cells[index] = { key = bytes, bytes = bytes }
  end
  return planted(pages, INDEX, cells, appended(pages), 0)
end

tree.size = PAGE

return tree
