-- Archives in the format of PKWARE's APPNOTE, entries stored as they are, at one time: equal content
-- gives equal bytes.
local sandbox = ...
local pack = string.pack

local zip = {}

-- 1980-01-01 00:00 (APPNOTE §4.4.6), the first moment that there is.
local TIME, DATE = 0, 0x21
local VERSION = 20

local function size_of(pieces)
  local size = 0
  for _, piece in ipairs(pieces) do size = size + #piece end
  return size
end

local function checksum_of(pieces)
  local checksum = 0
  for _, piece in ipairs(pieces) do checksum = sandbox.ask(checksum, "+" .. piece) end
  return checksum
end

--- The pieces of an archive.
---@param entries { name: string, pieces: string[] }[]
---@return string[]
function zip.pieces(entries)
  local pieces, directory, place = {}, {}, 0
  local function add(piece)
    pieces[#pieces + 1] = piece
    place = place + #piece
  end
  for index, entry in ipairs(entries) do
    local size, checksum = size_of(entry.pieces), checksum_of(entry.pieces)
    local shared = pack("<I2I2I2I2I2I4I4I4I2I2", VERSION, 0, 0, TIME, DATE, checksum, size, size,
      #entry.name, 0)
    directory[index] = "PK\1\2" .. pack("<I2", VERSION) .. shared
      .. pack("<I2I2I2I4I4", 0, 0, 0, 0, place) .. entry.name
    add("PK\3\4" .. shared .. entry.name)
    for _, piece in ipairs(entry.pieces) do add(piece) end
  end
  local start, count = place, #entries
  for _, record in ipairs(directory) do add(record) end
  add("PK\5\6" .. pack("<I2I2I2I2I4I4I2", 0, 0, count, count, place - start, start, 0))
  return pieces
end

return zip
