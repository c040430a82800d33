-- Heat maps: how many risks stand at each pair of likelihood and impact.
local register = require "register"
local scoring = require "scoring"

local map = {}

-- From mild to severe; the text on each is dark.
local COLOURS = { "#9ecf9e", "#d5e08a", "#f7d774", "#f4a261", "#e76f6f" }

-- The colour of the n-th of some ratings.
local function colour(index, count)
  if count == 1 then return COLOURS[3] end
  return COLOURS[1 + math.floor((index - 1) * (#COLOURS - 1) / (count - 1) + 0.5)]
end

-- Matrices that specs use, in the order of the specs, each with its risks.
local function used(workspace, options)
  local list, by_matrix = {}, {}
  for _, spec in ipairs(workspace.specs) do
    local matrix = register.matrix(spec, options)
    for _, risk in ipairs(spec:items "risk") do
      if not by_matrix[matrix] then
        by_matrix[matrix] = { matrix = matrix, risks = {} }
        list[#list + 1] = by_matrix[matrix]
      end
      table.insert(by_matrix[matrix].risks, risk)
    end
  end
  return list
end

--- Rating → its colour in a matrix.
function map.colours(matrix)
  local names, result = scoring.ratings(matrix), {}
  for index, name in ipairs(names) do result[name] = colour(index, #names) end
  return result
end

--- Rating → its colour in the first of the matrices that specs use and that have it.
function map.ratings(workspace, options)
  local result = {}
  for _, one in ipairs(used(workspace, options)) do
    for name, own in pairs(map.colours(one.matrix)) do result[name] = result[name] or own end
  end
  return result
end

local CELL, LEFT, BOTTOM = 64, 84, 44
local STEPS = {
  [3] = { "Low", "Medium", "High" }, [5] = { "Very low", "Low", "Medium", "High", "Very high" },
}

local function label(x, y, words, more)
  return string.format('<text x="%d" y="%d" %s>%s</text>', x, y, more or "", html.escape(words))
end

-- Likelihood up, impact to the right.
local function svg(one)
  local size, matrix = one.matrix.size, one.matrix
  local count, by_rating = {}, map.colours(matrix)
  for _, risk in ipairs(one.risks) do
    local score, _, likelihood, impact = scoring.score(risk, matrix)
    local key = score and likelihood * 10 + impact
    if key then count[key] = (count[key] or 0) + 1 end
  end
  local width, height = LEFT + size * CELL + 2, size * CELL + BOTTOM
  local parts = { string.format(
    '<svg class="map" viewBox="0 0 %d %d" role="img" aria-label="Heat map, %d by %d">', width,
    height, size, size) }
  local function add(part) parts[#parts + 1] = part end
  for row = 1, size do
    local y = (size - row) * CELL
    add(label(LEFT - 8, y + CELL // 2 + 4, STEPS[size][row], 'text-anchor="end"'))
    for column = 1, size do
      local x, rating = LEFT + (column - 1) * CELL, scoring.rating(matrix, row, column)
      add(string.format('<rect x="%d" y="%d" width="%d" height="%d" fill="%s" />', x + 1, y + 1,
        CELL - 2, CELL - 2, by_rating[rating]))
      add(label(x + CELL // 2, y + 58, text.cut(rating, 10), 'class="rating" text-anchor="middle"'))
      local risks = count[row * 10 + column]
      if risks then
        add(label(x + CELL // 2, y + 36, tostring(risks), 'class="count" text-anchor="middle"'))
      end
    end
  end
  for column = 1, size do
    add(label(LEFT + (column - 1) * CELL + CELL // 2, size * CELL + 16, STEPS[size][column],
      'text-anchor="middle"'))
  end
  add(label(LEFT + size * CELL // 2, size * CELL + 36, "Impact", 'class="axis" text-anchor="middle"'))
  add(label(12, size * CELL // 2, "Likelihood", string.format(
    'class="axis" text-anchor="middle" transform="rotate(-90 12 %d)"', size * CELL // 2)))
  add "</svg>"
  return table.concat(parts, "\n")
end

--- The heat maps of the matrices that specs use, as inline SVG.
function map.all(workspace, options)
  local list = {}
  for index, one in ipairs(used(workspace, options)) do list[index] = svg(one) end
  return list
end

return map
