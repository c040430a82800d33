-- The `sqlite` library: databases that SQLite opens, written page by page: the same bytes for the
-- same content, whatever library reads them.
local sandbox = ...
local host = sandbox.host
local clean, rows_of = host.late "clean", host.late "rows"
local record, tree = host.late "sqlite_record", host.late "sqlite_pages"
local concat, format, pack, math_type = table.concat, string.format, string.pack, math.type

local sqlite = {}

-- The version that is said to have written the file: the first that reads all of it is far older.
local VERSION = 3008000
local MOST_COLUMNS = 2000

local function quoted(name) return '"' .. name:gsub('"', '""') .. '"' end

local function name_of(given, what, used)
  local name = clean.text(host.want(given, "string", "sqlite.encode: " .. what)):gsub("\127", "")
  if host.text.is_blank(name) then host.fail("sqlite.encode: %s is empty", what) end
  if name:lower():find("^sqlite_") then
    host.fail('sqlite.encode: names that begin with "sqlite_" are SQLite\'s own, found "%s"', name)
  end
  if used[name:lower()] then host.fail('sqlite.encode: %s "%s" is there twice', what, name) end
  used[name:lower()] = true
  return name
end

local TYPES = { text = "TEXT", integer = "INTEGER", real = "REAL" }

local function columns_of(given)
  host.want(given, "table", "sqlite.encode: columns")
  local columns, used = { header = {}, places = {} }, {}
  local count = rawlen(given)
  if count == 0 or count > MOST_COLUMNS then
    host.fail("sqlite.encode: a table has 1 to %d columns, found %d", MOST_COLUMNS, count)
  end
  for index = 1, count do
    local column = host.want(given[index], "table", "sqlite.encode: a column")
    local name, type = name_of(column[1], "a column", used), column[2] or "text"
    if not TYPES[type] then
      host.fail('sqlite.encode: the type of "%s" is "text", "integer" or "real", found %s', name,
        host.found(type))
    end
    columns[index] = { name = name, type = type }
    columns.header[index], columns.places[name] = name, index
  end
  return columns
end

local function place_of(columns, name, what)
  local place = columns.places[name]
  if place then return place end
  local near = type(name) == "string" and host.text.nearest(name, columns.header)
  host.fail('sqlite.encode: %s of a column "%s" that the table has not%s', what, tostring(name),
    near and format('; did you mean "%s"?', near) or "")
end

-- The places of columns, of one name or of a list.
local function places_of(columns, given, what)
  if type(given) == "string" then given = { given } end
  host.want(given, "table", "sqlite.encode: " .. what)
  local places, seen = {}, {}
  for index = 1, rawlen(given) do
    local place = place_of(columns, given[index], what)
    if seen[place] then host.fail('sqlite.encode: %s has "%s" twice', what, given[index]) end
    places[index], seen[place] = place, true
  end
  if #places == 0 then host.fail("sqlite.encode: %s has no column", what) end
  return places
end

local function names_of(columns, places)
  local names = {}
  for index, place in ipairs(places) do names[index] = quoted(columns[place].name) end
  return "(" .. concat(names, ", ") .. ")"
end

local function stored(value, column, number)
  local kind = type(value)
  if kind == "nil" then return nil end
  if kind == "boolean" and column.type == "integer" then return value and 1 or 0 end
  if kind == "string" and column.type == "text" then return clean.utf8(value) end
  if kind == "number" and column.type == "text" then return tostring(value) end
  if kind == "number" and column.type == "integer" and math.tointeger(value) then
    return math.tointeger(value)
  end
  if kind == "number" and column.type == "real" and value == value then return value + 0.0 end
  host.fail('sqlite.encode: row %d, column "%s" is %s; expected %s', number, column.name,
    host.found(value), column.type == "integer" and "a whole number" or "a value of type "
    .. column.type)
end

-- Rows as values, each with its number: that of the key where the key is one integer.
local function rows_with_numbers(given, columns, key)
  local rows, lists = {}, rows_of.lists(given, columns.header, "sqlite.encode")
  for number, list in ipairs(lists) do
    local values = {}
    for place, column in ipairs(columns) do values[place] = stored(list[place], column, number) end
    rows[number] = { rowid = key and values[key] or number, values = values, number = number }
    if key and not values[key] then
      host.fail('sqlite.encode: row %d has no "%s", which is the key', number, columns[key].name)
    end
    if key and values[key] < 0 then
      host.fail('sqlite.encode: row %d: a key is no negative number', number)
    end
  end
  if key then
    table.sort(rows, function(a, b)
      if a.rowid ~= b.rowid then return a.rowid < b.rowid end
      return a.number < b.number
    end)
    for index = 2, #rows do
      if rows[index].rowid == rows[index - 1].rowid then
        host.fail('sqlite.encode: rows %d and %d have the same "%s"', rows[index - 1].number,
          rows[index].number, columns[key].name)
      end
    end
  end
  return rows
end

-- The entries of an index in their order.
local function entries_of(rows, places, is_unique, columns)
  local sorted = {}
  for index, row in ipairs(rows) do sorted[index] = row end
  table.sort(sorted, function(a, b)
    for _, place in ipairs(places) do
      local before = record.before(a.values[place], b.values[place])
      if before ~= nil then return before end
    end
    return a.rowid < b.rowid
  end)
  local entries, last = {}, nil
  for index, row in ipairs(sorted) do
    local values, same = {}, is_unique and last ~= nil
    for place_index, place in ipairs(places) do
      local value = row.values[place]
      values[place_index] = value
      if is_unique and value == nil then
        host.fail('sqlite.encode: row %d has no "%s", which is in the key', row.number,
          columns[place].name)
      end
      same = same and value == last.values[place]
    end
    if same then
      host.fail("sqlite.encode: rows %d and %d have the same key", last.number, row.number)
    end
    values[#places + 1], last = row.rowid, row
    entries[index] = record.of(values, #places + 1)
  end
  return entries
end

local function references_of(given, columns)
  local parts = {}
  for name, target in pairs(host.want(given or {}, "table", "sqlite.encode: references")) do
    place_of(columns, name, "a reference")
    local to, column = host.want(target, "string", "sqlite.encode: references"):match("^(.+)%.(.+)$")
    if not to then
      host.fail('sqlite.encode: a reference is to "table.column", found %s', host.found(target))
    end
    parts[#parts + 1] = format(", FOREIGN KEY (%s) REFERENCES %s (%s)", quoted(name),
      quoted(clean.text(to)), quoted(clean.text(column)))
  end
  return concat(parts)
end

local function definition(name, columns, key_places, references)
  local parts = {}
  for index, column in ipairs(columns) do
    parts[index] = quoted(column.name) .. " " .. TYPES[column.type]
  end
  local key = key_places and ", PRIMARY KEY " .. names_of(columns, key_places) or ""
  return "CREATE TABLE " .. quoted(name) .. " (" .. concat(parts, ", ") .. key .. references .. ")"
end

local KNOWN = { "name", "columns", "rows", "primary", "indexes", "references" }

-- Adds a view to the schema: a name for a query, which is the plugin's own.
local function add_view(schema, given, used)
  host.known(given, { "name", "view" }, "sqlite.encode")
  local name, query = name_of(given.name, "a view", used), given.view
  host.want(query, "string", "sqlite.encode: view")
  schema[#schema + 1] = { "view", name, name, 0, "CREATE VIEW " .. quoted(name) .. " AS " .. query }
end

-- Adds a table and its indexes to the pages, and what the schema says of them.
local function add_table(pages, schema, given, used)
  host.want(given, "table", "sqlite.encode: a table")
  if given.view then return add_view(schema, given, used) end
  host.known(given, KNOWN, "sqlite.encode")
  local name, columns = name_of(given.name, "a table", used), columns_of(given.columns)
  local key = given.primary and places_of(columns, given.primary, "the key")
  local is_number = key and #key == 1 and columns[key[1]].type == "integer"
  local rows = rows_with_numbers(given.rows or {}, columns, is_number and key[1] or nil)
  local stored_rows = {}
  for index, row in ipairs(rows) do
    local values = row.values
    if is_number then -- the number of the row is the value
      values = {}
      for place in ipairs(columns) do values[place] = place ~= key[1] and row.values[place] or nil end
    end
    stored_rows[index] = { rowid = row.rowid, payload = record.of(values, #columns) }
  end
  local function add(kind, own, root, sql) schema[#schema + 1] = { kind, own, name, root, sql } end
  add("table", name, tree.rows(pages, stored_rows),
    definition(name, columns, key, references_of(given.references, columns)))
  if key and not is_number then
    add("index", "sqlite_autoindex_" .. name .. "_1",
      tree.entries(pages, entries_of(rows, key, true, columns)), nil)
  end
  for _, one in ipairs(host.want(given.indexes or {}, "table", "sqlite.encode: indexes")) do
    local places = places_of(columns, one, "an index")
    local parts = { name }
    for index, place in ipairs(places) do parts[index + 1] = columns[place].name end
    local own = name_of(concat(parts, "_"), "an index", used)
    add("index", own, tree.entries(pages, entries_of(rows, places, false, columns)),
      "CREATE INDEX " .. quoted(own) .. " ON " .. quoted(name) .. " " .. names_of(columns, places))
  end
end

-- What stands in front of the first page (file format §1.3).
local function header(count)
  return "SQLite format 3\0"
    .. pack(">I2BBBBBBI4I4I4I4", tree.size, 1, 1, 0, 64, 32, 32, 1, count, 0, 0)
    .. pack(">I4I4I4I4I4I4I4I4", 1, 4, 0, 0, 1, 0, 0, 0) .. ("\0"):rep(20)
    .. pack(">I4I4", 1, VERSION)
end

local function pages_of(tables, who)
  host.want(tables, "table", who)
  if rawlen(tables) == 0 then host.fail("%s: there is no table", who) end
  local pages, schema, used = tree.new(), {}, {}
  for index = 1, rawlen(tables) do add_table(pages, schema, tables[index], used) end
  local rows = {}
  for number, one in ipairs(schema) do
    rows[number] = { rowid = number, payload = record.of(one, 5) }
  end
  tree.rows(pages, rows, function(bytes) pages[1] = header(#pages) .. bytes end, 100)
  return pages
end

--- A database as bytes. Each table has columns of type `"text"`, `"integer"` or `"real"`; `primary` is
--- its key, `indexes` are lists of columns, `references = { spec = "specs.path" }` foreign keys. With
--- `view`, a query that is taken as it is, it is a view.
---@param tables perilune.Table[]
---@return string
function sqlite.encode(tables)
  return concat(pages_of(tables, "sqlite.encode"))
end

--- The same, written to an artifact in pieces: a database may be larger than one string.
---@param artifact perilune.Artifact
---@param tables perilune.Table[]
---@param output? string the name of the output, where the export has several
function sqlite.write(artifact, tables, output)
  local pages = pages_of(tables, "sqlite.write")
  for first = 1, #pages, 256 do
    local piece = concat(pages, "", first, math.min(first + 255, #pages))
    if output then artifact:write(output, piece) else artifact:write(piece) end
  end
end

return sqlite
