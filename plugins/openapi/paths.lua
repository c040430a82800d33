-- Methods and paths as OpenAPI writes them.
local paths = {}

local METHODS = { get = true, put = true, post = true, delete = true, options = true, head = true,
  patch = true, trace = true }

--- The methods that a text names, in lower case: "GET, HEAD" are two.
function paths.methods(said)
  local list = {}
  for word in (said or ""):gmatch "%a+" do
    word = word:lower()
    if METHODS[word] then list[#list + 1] = word end
  end
  return list
end

-- A name that is there already gets a number: OpenAPI has each once in a path.
local function fresh(name, seen)
  local number, unique = 1, name
  while seen[unique] do
    number = number + 1
    unique = name .. "_" .. number
  end
  seen[unique] = true
  return unique
end

local function encoded(c) return string.format("%%%02X", c:byte()) end

-- A part between slashes; what means something in a path but is no parameter is encoded.
local function segment(part, names, seen)
  part = part:gsub("^:([%w_-]+)$", "{%1}"):gsub("<([%w_-]+)>", "{%1}")
  local pieces, from = {}, 1
  for first, name, last in part:gmatch "(){([%w_.-]+)}()" do
    pieces[#pieces + 1] = part:sub(from, first - 1):gsub('[%c {}<>"`|\\^]', encoded)
    names[#names + 1] = fresh(name, seen)
    pieces[#pieces + 1] = "{" .. names[#names] .. "}"
    from = last
  end
  pieces[#pieces + 1] = part:sub(from):gsub('[%c {}<>"`|\\^]', encoded)
  return table.concat(pieces)
end

--- The path of a text, the names of its parameters, and those of its query. What stands in front of the
--- first slash is a host, what stands behind white space a remark.
function paths.parse(said)
  local word = said:match "^%S+" or ""
  word = word:gsub("^%a[%w+.-]*://[^/?]*", ""):gsub("#.*$", "")
  local path, query = word:match "^([^?]*)%??(.*)$"
  local names, seen, parts = {}, {}, {}
  for _, part in ipairs(text.split(path:gsub("^/", ""), "/")) do
    parts[#parts + 1] = segment(part, names, seen)
  end
  local asked, known = {}, {}
  for name in query:gmatch "([%w_.%[%]-]+)=?[^&]*" do
    if not known[name] then asked[#asked + 1], known[name] = name, true end
  end
  return "/" .. table.concat(parts, "/"), names, asked
end

--- Paths that differ in the names of their parameters alone are one.
function paths.shape(path) return (path:gsub("{[^{}]*}", "{}")) end

return paths
