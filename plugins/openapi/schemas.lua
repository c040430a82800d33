-- What an example says of the types in it.
local schemas = {}

-- A word that stands for a value: "uuid", "string — the id", "enum (active, inactive)".
local TYPES = {
  string = { type = "string" }, text = { type = "string" }, uuid = { type = "string", format = "uuid" },
  integer = { type = "integer" }, int = { type = "integer" }, number = { type = "number" },
  float = { type = "number" }, decimal = { type = "number" }, boolean = { type = "boolean" },
  bool = { type = "boolean" }, datetime = { type = "string", format = "date-time" },
  timestamp = { type = "string", format = "date-time" }, date = { type = "string", format = "date" },
  array = { type = "array" }, object = { type = "object" }, enum = { type = "string" },
}

local function choices(s)
  local list = {}
  for _, one in ipairs(text.split(s, ",")) do
    one = text.trim(one)
    if one ~= "" then list[#list + 1] = one end
  end
  return #list > 0 and list or nil
end

-- The type that a text names in the place of a value, nil where it is a value.
local function named(s)
  local word, rest = s:match "^%s*(%a+)%s*(.*)$"
  local known = word and TYPES[word:lower()]
  if not known then return nil end
  local inside, behind = rest:match "^%(([^()]*)%)%s*(.*)$"
  local remark = text.trim((behind or rest):gsub("^[%s:,;-]+", ""):gsub("^—%s*", ""):gsub("^–%s*", ""))
  -- "date of birth" is a text that begins with such a word.
  if not inside and rest ~= "" and not rest:find "^[:,;(-]" and not rest:find "^—" and not rest:find "^–" then
    return nil
  end
  local schema = { type = known.type, format = known.format }
  if inside and word:lower() == "enum" then
    schema.enum = choices(inside)
  elseif inside then
    remark = remark ~= "" and inside .. "; " .. remark or inside
  end
  if remark ~= "" then schema.description = remark end
  return schema
end

--- The schema of a decoded value, and whether all of it is a value, so that it is an example.
function schemas.of(value)
  if value == json.null then return { type = "null" }, true end
  local kind = type(value)
  if kind == "boolean" then return { type = "boolean" }, true end
  if kind == "number" then
    return { type = math.type(value) == "integer" and "integer" or "number" }, true
  end
  if kind == "string" then
    local schema = named(value)
    return schema or { type = "string" }, schema == nil
  end
  if value == json.empty_list then return { type = "array" }, true end
  if #value > 0 then
    local items, is_example = schemas.of(value[1])
    return { type = "array", items = items }, is_example
  end
  local schema, is_example = { type = "object" }, true
  for name, entry in pairs(value) do
    local own, whole = schemas.of(entry)
    schema.properties = schema.properties or {}
    schema.properties[name], is_example = own, is_example and whole
  end
  return schema, is_example
end

return schemas
