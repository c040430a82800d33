-- One spelling for levels: High, HIGH, H and hoch are one.
local levels = {}

local FIELDS = { "likelihood", "impact", "priority", "severity" }

-- Words that say a level and nothing else, by language; where there are several, the first is used. What
-- says more than a level ("Must", "P1", "Severe") is left.
local SCALES = {
  en = {
    ["very-low"] = { "very low" }, low = { "low" }, medium = { "medium", "med" }, high = { "high" },
    ["very-high"] = { "very high" }, critical = { "critical", "crit" },
  },
  letter = { low = { "l" }, medium = { "m" }, high = { "h" } },
  de = {
    ["very-low"] = { "sehr niedrig", "sehr gering" }, low = { "niedrig", "gering" },
    medium = { "mittel" }, high = { "hoch" }, ["very-high"] = { "sehr hoch" },
    critical = { "kritisch" },
  },
  fr = {
    ["very-low"] = { "très faible" }, low = { "faible" },
    medium = { "moyen", "moyenne" }, high = { "élevé", "élevée" }, ["very-high"] = { "très élevé" },
    critical = { "critique" },
  },
  es = {
    ["very-low"] = { "muy bajo", "muy baja" }, low = { "bajo", "baja" },
    medium = { "medio", "media" }, high = { "alto", "alta" }, ["very-high"] = { "muy alto", "muy alta" },
    critical = { "crítico", "crítica" },
  },
}

-- Word → the scales that have it.
local scales_of = {}
for _, name in ipairs { "en", "letter", "de", "fr", "es" } do
  for level, words in pairs(SCALES[name]) do
    for _, word in ipairs(words) do
      scales_of[word] = scales_of[word] or {}
      table.insert(scales_of[word], { name = name, level = level })
    end
  end
end

local UPPER = { ["é"] = "É", ["è"] = "È", ["í"] = "Í" }

local function upper(word)
  return (word:upper():gsub("[\xC3][\x80-\xBF]", UPPER))
end

-- "very high" → "Very High" where the author writes titles so, else "Very high".
local function title(word, isEvery)
  local function raise(first)
    return UPPER[first] or first:upper()
  end
  local pattern = "^([\xC3]?[^\x80-\xBF\xC3]?[\x80-\xBF]?)"
  if not isEvery then return (word:gsub(pattern, raise, 1)) end
  local words = {}
  for one in word:gmatch "%S+" do words[#words + 1] = (one:gsub(pattern, raise, 1)) end
  return table.concat(words, " ")
end

local CASES = {
  lower = function(word) return word end,
  upper = upper,
  title = function(word) return title(word, true) end,
  sentence = function(word) return title(word, false) end,
}

local function lower(word)
  word = text.lower(word)
  for small, large in pairs(UPPER) do word = word:gsub(large, small) end
  return word
end

-- The case of a word: nil where it is written in no way that has a name.
local function case_of(raw, word)
  if raw == word then return "lower" end
  if raw == CASES.title(word) and raw == CASES.sentence(word) then return "title" end
  for _, case in ipairs { "title", "sentence", "upper" } do
    if raw == CASES[case](word) then return case end
  end
end

-- The levels of a spec that stand in words of their own: item, field, raw, word, level.
local function written(spec)
  local list = {}
  for _, item in ipairs(spec:items()) do
    for _, field in ipairs(FIELDS) do
      local raw = item.raw[field] and text.collapse(item.raw[field])
      local word = raw and raw ~= "" and lower(raw):gsub("%-", " ")
      local scales = word and scales_of[word]
      if scales then
        -- A word of another language than the spec's is no level to the model.
        local level = item[field] or scales[1].level
        list[#list + 1] = { item = item, field = field, raw = raw, word = word, level = level }
      end
    end
  end
  return list
end

local function most(counts, order)
  local best
  for _, name in ipairs(order) do
    if counts[name] and (not best or counts[name] > counts[best]) then best = name end
  end
  return best
end

-- How most of the levels are written: in which words, and in which case.
local function usual(list)
  local scales, cases, words = {}, {}, {}
  for _, one in ipairs(list) do
    for _, scale in ipairs(scales_of[one.word]) do
      scales[scale.name] = (scales[scale.name] or 0) + 1
      words[scale.name .. one.word] = (words[scale.name .. one.word] or 0) + 1
    end
  end
  local scale = most(scales, { "en", "letter", "de", "fr", "es" })
  for _, one in ipairs(list) do
    local is_of_scale
    for _, other in ipairs(scales_of[one.word]) do
      is_of_scale = is_of_scale or other.name == scale
    end
    local case = is_of_scale and case_of(one.raw, one.word)
    if case then cases[case] = (cases[case] or 0) + 1 end
  end
  return scale, most(cases, { "title", "lower", "upper", "sentence" }) or "title", words
end

local function chosen(list, style)
  if style == "majority" then return usual(list) end
  if style == "letter" then return "letter", "upper", {} end
  return "en", style, {}
end

levels.normalise = {
  summary = "writes levels one way: High for HIGH, H and hoch",
  each = "spec",
  run = function(spec, edit, options)
    local list = written(spec)
    if #list == 0 then return end
    local scale, case, words = chosen(list, options.style)
    for _, one in ipairs(list) do
      local best
      for _, word in ipairs(SCALES[scale][one.level] or {}) do
        local count = words[scale .. word] or 0
        if not best or count > (words[scale .. best] or 0) then best = word end
      end
      local spelled = best and CASES[case](best)
      if spelled and spelled ~= one.raw then edit:replace(one.item:at(one.field), spelled) end
    end
  end,
}

return levels
