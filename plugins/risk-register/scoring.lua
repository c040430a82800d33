local matrices = require "matrices"

local scoring = {}

-- Digits count as steps of the scale: a risk may say "4" or "4 of 5".
local function digit(risk, field)
  return math.tointeger((risk.raw[field] or ""):match("^%s*([1-5])%s*$"))
    or math.tointeger((risk.raw[field] or ""):match("^%s*([1-5])%s*[/o]f?%s*[35]%s*$"))
end

local FIVE_ONLY = { ["very-low"] = true, ["very-high"] = true, critical = true }

local function detect(spec)
  for _, risk in ipairs(spec:items "risk") do
    for _, field in ipairs { "likelihood", "impact" } do
      if FIVE_ONLY[risk[field]] or (digit(risk, field) or 0) > 3 then return matrices["5x5"] end
    end
  end
  return matrices["3x3"]
end

-- The last spec asked about, and its scale: a rule asks once for each of its risks.
local asked, detected

--- One word or digit that only a scale of five has makes the whole spec one of five steps: the
--- scale belongs to the document, not to a row.
function scoring.scale(spec, choice)
  if choice ~= "auto" then return matrices[choice] end
  if asked ~= spec then asked, detected = spec, detect(spec) end
  return detected
end

local function step(risk, field, matrix)
  local number = digit(risk, field) or matrix.steps[risk[field]]
  return number and math.min(number, matrix.size)
end

--- How a matrix rates a pair of steps.
function scoring.rating(matrix, likelihood, impact)
  local own = matrix.cells and matrix.cells[likelihood]
  if own and own[impact] then return own[impact] end
  if matrix.rows then return matrix.rows[likelihood][impact] end
  for _, band in ipairs(matrix.bands) do
    if likelihood * impact <= band.upto then return band.name end
  end
end

--- Score and rating of a risk, and the steps of its likelihood and impact; nothing where one of them
--- is missing.
function scoring.score(risk, matrix)
  local likelihood, impact = step(risk, "likelihood", matrix), step(risk, "impact", matrix)
  if not likelihood or not impact then return nil end
  return likelihood * impact, scoring.rating(matrix, likelihood, impact), likelihood, impact
end

--- The ratings of a matrix, the mildest first: by the least score that has them.
function scoring.ratings(matrix)
  local least, names = {}, {}
  for likelihood = 1, matrix.size do
    for impact = 1, matrix.size do
      local name, score = scoring.rating(matrix, likelihood, impact), likelihood * impact
      if not least[name] then names[#names + 1] = name end
      least[name] = math.min(least[name] or score, score)
    end
  end
  table.sort(names, function(a, b)
    if least[a] ~= least[b] then return least[a] < least[b] end
    return a < b
  end)
  return names
end

return scoring
