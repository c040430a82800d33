-- How far a spec has come.
local progress = {}

-- Section → the texts of its own placeholders.
local function placeholders_of(spec)
  local left = {}
  for _, placeholder in ipairs(spec.placeholders) do
    local section = placeholder.section
    if section then
      left[section] = left[section] or {}
      table.insert(left[section], placeholder.text)
    end
  end
  return left
end

-- Does somebody's own text stand below a heading?
local function says(section, placeholders)
  if section.empty then return false end
  local source = section:markdown()
  if not placeholders or text.is_blank(source) then return true end
  local rest = source:gsub("^[^\n]*", ""):gsub("<!%-%-.-%-%->", "")
  for _, words in ipairs(placeholders) do
    local first, last = rest:find(words, 1, true)
    if first then rest = rest:sub(1, first - 1) .. rest:sub(last + 1) end
  end
  return rest:find "[%w\128-\255]" ~= nil
end

-- The sections in which something stands, or in one below them.
local function filled_of(spec)
  local filled, left = {}, placeholders_of(spec)
  for _, section in ipairs(spec.sections) do
    local one = says(section, left[section]) and section
    while one and not filled[one] do filled[one], one = true, one.parent end
  end
  return filled
end

--- How many sections are written, and how many there should be: those that its template asks for,
--- else those that it has.
function progress.sections(spec)
  local filled, done, whole = filled_of(spec), 0, 0
  local function count(section)
    whole = whole + 1
    if section and filled[section] then done = done + 1 end
  end
  if spec.schema then
    for _, expected in ipairs(spec.schema.sections) do
      if not expected.optional then count(expected.section) end
    end
  else
    for _, section in ipairs(spec.sections) do count(section) end
  end
  return done, whole
end

--- How many tasks are done, and how many there are.
function progress.tasks(spec) return spec.tasks.done, spec.tasks.done + spec.tasks.open end

--- The phases of a spec that have something to do yet, each with how many of its tasks are done and how
--- many it has; `by_phase` are the tickets of each.
function progress.upcoming(spec, by_phase)
  local list = {}
  for _, phase in ipairs(spec:items "phase") do
    local tickets = by_phase[phase] or {}
    local done = 0
    for _, ticket in ipairs(tickets) do
      if ticket.done then done = done + 1 end
    end
    if #tickets == 0 or done < #tickets then
      list[#list + 1] = { phase = phase, done = done, whole = #tickets }
    end
  end
  return list
end

return progress
