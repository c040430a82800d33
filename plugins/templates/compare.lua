-- What a text lost of the items and metadata of another.
local compare = {}

local OWN = { placeholder = true, raw = true, dates = true, extra = true, shape = true, spec = true,
  section = true }

local function plain(value)
  if type(value) == "table" then
    local list = {}
    for key, one in pairs(value) do
      list[#list + 1] = (type(key) == "string" and key .. "=" or "") .. plain(one)
    end
    return table.concat(list, "; ")
  end
  return text.collapse(tostring(value))
end

--- The fields of an item that say something, as texts.
function compare.fields(item)
  local fields = {}
  for name, value in pairs(item.raw) do
    if not text.is_blank(value) then fields[name] = plain(value) end
  end
  for name, value in pairs(item.extra) do
    if not text.is_blank(value) then fields["+" .. name] = plain(value) end
  end
  for name, value in pairs(item) do
    local is_other = type(value) == "boolean" or type(value) == "table"
    if is_other and not OWN[name] then fields[name] = plain(value) end
  end
  return fields
end

local function signature(kind, fields)
  local names = {}
  for name in pairs(fields) do names[#names + 1] = name end
  table.sort(names)
  local list = { kind }
  for _, name in ipairs(names) do list[#list + 1] = name .. "\1" .. fields[name] end
  return table.concat(list, "\2")
end

local function has_all(fields, others)
  for name, value in pairs(fields) do
    if others[name] ~= value then return false end
  end
  return true
end

--- The items of a spec that another does not have with all that they say.
function compare.lost(old, new)
  local by_signature, by_kind = {}, {}
  for _, item in ipairs(new:items()) do
    local fields = compare.fields(item)
    local name = signature(item.kind, fields)
    local one = { fields = fields, item = item }
    by_signature[name] = by_signature[name] or {}
    by_kind[item.kind] = by_kind[item.kind] or {}
    table.insert(by_signature[name], one)
    table.insert(by_kind[item.kind], one)
  end
  local left = {}
  for _, item in ipairs(old:items()) do
    local fields = compare.fields(item)
    local same = by_signature[signature(item.kind, fields)]
    if same and #same > 0 then
      table.remove(same, 1).is_found = true
    else
      left[#left + 1] = { item = item, fields = fields }
    end
  end
  local lost = {}
  for _, one in ipairs(left) do
    local found
    for _, other in ipairs(by_kind[one.item.kind] or {}) do
      if not other.is_found and has_all(one.fields, other.fields) then
        found = other
        break
      end
    end
    if found then found.is_found = true else lost[#lost + 1] = one end
  end
  return lost
end

--- The metadata that another spec does not have: by role or name, with the same value.
function compare.lost_metadata(old, new)
  local found, lost = {}, {}
  for _, field in ipairs(new.metadata) do
    found[(field.role or field.name) .. "\1" .. text.collapse(field.value)] = true
  end
  for _, field in ipairs(old.metadata) do
    if not found[(field.role or field.name) .. "\1" .. text.collapse(field.value)] then
      lost[#lost + 1] = field
    end
  end
  return lost
end

return compare
