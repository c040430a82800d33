-- Matrices that a workspace says in its own words.
local custom = {}

local function wrong(option, entry, expected)
  error(string.format('%s: "%s" is not understood; expected %s', option, entry, expected), 0)
end

local function bands(list, matrix)
  local result, last = {}, 0
  for _, entry in ipairs(list) do
    local upto, name = entry:match "^%s*(%d+)%s*=%s*(.-)%s*$"
    upto = math.tointeger(tonumber(upto))
    if not upto or name == "" or upto <= last then
      wrong("bands", entry, 'scores that rise, each with its rating: "4=Low"')
    end
    result[#result + 1], last = { upto = upto, name = name }, upto
  end
  if last < matrix.size * matrix.size then
    wrong("bands", list[#list], string.format("a last score of %d", matrix.size * matrix.size))
  end
  return result
end

local function step(matrix, word)
  local digit = math.tointeger(tonumber(word))
  if digit and digit >= 1 and digit <= matrix.size then return digit end
  return matrix.steps[text.lower(word):gsub("%s+", "-")]
end

local function cells(list, matrix)
  local result = {}
  for _, entry in ipairs(list) do
    local likelihood, impact, name = entry:match "^%s*([^,=]-)%s*,%s*([^,=]-)%s*=%s*(.-)%s*$"
    local row = likelihood and step(matrix, likelihood)
    local column = impact and step(matrix, impact)
    if not (row and column) or name == "" then
      wrong("cells", entry, 'a likelihood, an impact and their rating: "low,high=Medium"')
    end
    result[row] = result[row] or {}
    result[row][column] = name
  end
  return result
end

-- Matrices that were made, by the one that they change: options do not change in a run.
local made = {}

--- A matrix with other bands, `{ "2=Low", "9=High" }`, and other ratings of single cells,
--- `{ "low,high=Medium" }`; itself where neither is given.
function custom.of(matrix, options)
  local other_bands, other_cells = options.bands or {}, options.cells or {}
  if #other_bands == 0 and #other_cells == 0 then return matrix end
  if not made[matrix] then
    made[matrix] = {
      size = matrix.size, steps = matrix.steps,
      rows = #other_bands == 0 and matrix.rows or nil,
      bands = #other_bands > 0 and bands(other_bands, matrix) or matrix.bands,
      cells = cells(other_cells, matrix),
    }
  end
  return made[matrix]
end

return custom
