-- Risks by their levels, and a map of them.
local risks = {}

local STEPS = { ["very-low"] = 1, low = 2, medium = 3, high = 4, ["very-high"] = 5, critical = 5 }
local NAMES = { "Very low", "Low", "Medium", "High", "Very high" }

--- The product of likelihood and impact, 1 to 25, and both; nothing where one is no level.
function risks.score(risk)
  local likelihood, impact = STEPS[risk.likelihood or false], STEPS[risk.impact or false]
  if likelihood and impact then return likelihood * impact, likelihood, impact end
end

--- Those that have both levels, the highest first, then by spec and line.
function risks.rated(workspace)
  local list, score = {}, {}
  for place, risk in ipairs(workspace:items "risk") do
    score[risk] = risks.score(risk)
    if score[risk] then list[#list + 1] = { risk = risk, place = place } end
  end
  table.sort(list, function(a, b)
    if score[a.risk] ~= score[b.risk] then return score[a.risk] > score[b.risk] end
    return a.place < b.place
  end)
  for index, one in ipairs(list) do list[index] = one.risk end
  return list
end

-- From mild to severe; the text on each is dark.
function risks.colour(score)
  if score >= 17 then return "#e76f6f" end
  if score >= 10 then return "#f4a261" end
  if score >= 5 then return "#f7d774" end
  return "#9ecf9e"
end

local CELL, LEFT, BOTTOM = 56, 84, 40

-- The steps that are used, of three where only low, medium and high are.
local function range(count)
  for key in pairs(count) do
    local likelihood, impact = key // 10, key % 10
    if likelihood == 1 or likelihood == 5 or impact == 1 or impact == 5 then return 1, 5 end
  end
  return 2, 4
end

--- Rated risks by likelihood, upwards, and impact, to the right, as inline SVG.
function risks.map(rated)
  local count = {}
  for _, risk in ipairs(rated) do
    local _, likelihood, impact = risks.score(risk)
    local key = likelihood * 10 + impact
    count[key] = (count[key] or 0) + 1
  end
  local low, high = range(count)
  local size, parts = high - low + 1, {}
  local function add(format, ...) parts[#parts + 1] = string.format(format, ...) end
  add('<svg class="map" viewBox="0 0 %d %d" role="img" aria-label="Heat map of %d risks">',
    LEFT + size * CELL + 2, size * CELL + BOTTOM, #rated)
  for likelihood = low, high do
    local y = (high - likelihood) * CELL
    add('<text x="%d" y="%d" text-anchor="end">%s</text>', LEFT - 8, y + CELL // 2 + 4, NAMES[likelihood])
    for impact = low, high do
      local x, risks_here = LEFT + (impact - low) * CELL, count[likelihood * 10 + impact]
      add('<rect x="%d" y="%d" width="%d" height="%d" fill="%s" />', x + 1, y + 1, CELL - 2, CELL - 2,
        risks.colour(likelihood * impact))
      if risks_here then
        add('<text class="count" x="%d" y="%d" text-anchor="middle">%d</text>', x + CELL // 2,
          y + CELL // 2 + 7, risks_here)
      end
    end
  end
  for impact = low, high do
    add('<text x="%d" y="%d" text-anchor="middle">%s</text>', LEFT + (impact - low) * CELL + CELL // 2,
      size * CELL + 15, NAMES[impact])
  end
  add('<text class="axis" x="%d" y="%d" text-anchor="middle">Impact</text>', LEFT + size * CELL // 2,
    size * CELL + 34)
  add('<text class="axis" x="12" y="%d" text-anchor="middle" transform="rotate(-90 12 %d)">Likelihood</text>',
    size * CELL // 2, size * CELL // 2)
  return table.concat(parts, "\n") .. "\n</svg>\n"
end

return risks
