-- Values as SQLite keeps them in a file: varints and records (file format §1.6, §2.1).
local concat, pack, math_type = table.concat, string.pack, math.type

local record = {}

--- An integer that is not negative, seven bits a byte, the highest first.
function record.varint(n)
  if n < 0x80 then return string.char(n) end
  local bytes = string.char(n & 0x7F)
  n = n >> 7
  while n > 0 do
    bytes = string.char(n & 0x7F | 0x80) .. bytes
    n = n >> 7
  end
  return bytes
end

local varint = record.varint

-- Serial type, format, and the bits that the integer has to fit in.
local SIZES = { { 1, ">i1", 8 }, { 2, ">i2", 16 }, { 3, ">i3", 24 }, { 4, ">i4", 32 },
  { 5, ">i6", 48 } }

local function integer(n)
  if n == 0 then return "\8", "" end
  if n == 1 then return "\9", "" end
  for _, size in ipairs(SIZES) do
    local most = 1 << (size[3] - 1)
    if n >= -most and n < most then return string.char(size[1]), pack(size[2], n) end
  end
  return "\6", pack(">i8", n)
end

local function serial(value)
  if value == nil then return "\0", "" end
  if math_type(value) == "integer" then return integer(value) end
  if math_type(value) == "float" then return "\7", pack(">d", value) end
  return varint(13 + 2 * #value), value
end

--- The record of so many values, nil among them.
function record.of(values, count)
  local types, bodies = {}, {}
  for index = 1, count do types[index], bodies[index] = serial(values[index]) end
  local head = concat(types)
  -- The header's size counts itself.
  local size = #head + 1
  if size > 127 then size = size + 1 end
  if size > 16383 then size = size + 1 end
  return varint(size) .. head .. concat(bodies)
end

local RANKS = { ["nil"] = 0, number = 1, string = 2 }

--- Does one value stand in front of another, in the order of the collation BINARY? nil where they
--- are equal.
function record.before(one, other)
  if one == other then return nil end
  local rank, other_rank = RANKS[type(one)], RANKS[type(other)]
  if rank ~= other_rank then return rank < other_rank end
  return one < other
end

return record
