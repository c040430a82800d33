-- The `adf` library: Atlassian's document format, as far as Jira takes it.
local sandbox = ...
local host = sandbox.host
local read, blocks = host.late "markdown_tree", host.late "adf_blocks"
local json = host.json
local concat = table.concat

local adf = {}

local function document(content)
  return { version = 1, type = "doc", content = #content > 0 and content or json.empty_list }
end

-- Jira counts characters of the JSON.
local function length(value) return utf8.len(json.encode(value)) end

-- The words of a heading.
local function title(heading)
  local parts = {}
  for _, node in ipairs(heading.content) do parts[#parts + 1] = node.text end
  return host.text.cut(host.text.collapse(concat(parts)), 80)
end

-- What is left out as one: a heading with what stands below it, up to the next heading; in front of
-- the first heading each block. A heading with others below it stays.
local function parts_of(content)
  local parts = {}
  for index, block in ipairs(content) do
    local last = parts[#parts]
    if block.type == "heading" then
      parts[#parts + 1] = { title = title(block), level = block.attrs.level, first = index }
    elseif not last or not last.title then
      parts[#parts + 1] = { first = index }
    end
    parts[#parts].last = index
  end
  for index, part in ipairs(parts) do
    local next = parts[index + 1]
    local leads = part.title and next and next.level and next.level > part.level
    part.from = leads and part.first + 1 or part.first
    part.size = 0
    for place = part.from, part.last do part.size = part.size + length(content[place]) + 1 end
  end
  return parts
end

local function notice(dropped, limit, source)
  local titles = {}
  for index, name in ipairs(dropped) do
    if index > 20 then
      titles[#titles + 1] = "and " .. #dropped - 20 .. " more"
      break
    end
    titles[#titles + 1] = name
  end
  local s = "Left out, for there is room for " .. limit .. " characters: " .. concat(titles, "; ")
    .. "."
  if source then s = s .. " All of it: " .. source end
  return blocks.paragraph { { type = "text", text = s } }
end

local function names(parts)
  local list = {}
  for _, part in ipairs(parts) do
    if part.is_dropped then
      local name = part.title and part.title ~= "" and "\u{201C}" .. part.title .. "\u{201D}"
      list[#list + 1] = name or "a part without a heading"
    end
  end
  return list
end

-- Leaves the largest parts out until the rest and a word about it fit.
local function shortened(content, limit, source)
  local parts, by_size = parts_of(content), {}
  for _, part in ipairs(parts) do
    if part.size > 0 then by_size[#by_size + 1] = part end
  end
  table.sort(by_size, function(a, b)
    if a.size ~= b.size then return a.size > b.size end
    return a.first < b.first
  end)
  for _, part in ipairs(by_size) do
    part.is_dropped = true
    local kept, place = {}, 0
    for _, other in ipairs(parts) do
      for index = other.first, other.last do
        if not other.is_dropped or index < other.from then
          place = place + 1
          kept[place] = content[index]
        end
      end
    end
    local dropped = names(parts)
    kept[place + 1] = notice(dropped, limit, source)
    local made = document(kept)
    if length(made) <= limit then return made, dropped end
  end
  local dropped = { "everything" }
  return document { notice(dropped, limit, nil) }, dropped
end

local KNOWN = { "seed", "limit", "source" }
local LEAST = 1000

--- Markdown as a document for `json.encode`. `seed`, such as an item's identity, makes the numbers
--- of boxes; the same seed and text give the same document. With a `limit` of characters of the
--- JSON (Jira's is 32,767) the largest sections are left out until the rest fits, and a last
--- paragraph names them, and `source`, where all of it stands. Raw HTML is left out but for the text between inline tags.
---@param source string
---@param options? { seed?: string, limit?: integer, source?: string }
---@return table document
---@return string[] dropped the sections that were left out
function adf.encode(source, options)
  options = host.want(options or {}, "table", "adf.encode")
  host.known(options, KNOWN, "adf.encode")
  local seed, limit = options.seed or "", options.limit
  host.want(seed, "string", "adf.encode")
  if options.source then host.want(options.source, "string", "adf.encode") end
  if limit and (math.type(limit) ~= "integer" or limit < LEAST) then
    host.fail("adf.encode: limit is a whole number of %d at least, found %s", LEAST,
      host.found(limit))
  end
  local content = blocks.of(read.tree(source, "adf.encode").children, seed)
  local made = document(content)
  if not limit or length(made) <= limit then return made, {} end
  return shortened(content, limit, options.source)
end

return adf
