local custom = require "custom"
local mitigations = require "mitigations"
local scoring = require "scoring"

local register = {}

--- New columns come last but for those that say where the risk stands.
register.columns = {
  "Id", "Title", "Category", "Likelihood", "Impact", "Score", "Rating", "Response", "Mitigation",
  "Owner", "Status", "Description", "Identified", "Due", "Last Reviewed", "Residual Likelihood",
  "Residual Impact", "Source", "Spec", "Source line",
}

-- Columns that no risk has a field for, by the names that they go by.
local OTHERS = {
  Description = { "description", "details", "cause" },
  Identified = { "identified", "raised", "opened", "date-identified", "since" },
  Due = { "due", "due-date", "target-date", "deadline" },
  ["Last Reviewed"] = { "last-reviewed", "reviewed", "last-review", "review-date" },
  ["Residual Likelihood"] = { "residual-likelihood", "residual-probability" },
  ["Residual Impact"] = { "residual-impact" },
}

local function other(risk, names)
  for _, name in ipairs(names) do
    for column in pairs(risk.extra) do
      local said = text.slug(column) == name and risk:says(column)
      if said then return said end
    end
  end
end

-- "very-high" → "Very high"; the author's own word where it is no level, nothing where the
-- template's choice was never made.
local function level(risk, field)
  local name = risk[field]
  if name then return name:sub(1, 1):upper() .. name:sub(2):gsub("-", " ") end
  local raw = text.collapse(risk.raw[field] or "")
  return raw:find("[/|]") and not raw:find("%d") and "" or raw
end

local RESPONSES = {
  { "avoid", "Avoid" }, { "transfer", "Transfer" }, { "accept", "Accept" },
  { "escalate", "Escalate" }, { "mitigate", "Mitigate" },
}

-- A column says it, or the mitigation begins with it ("Accepted: …").
local function response(risk)
  for _, column in ipairs { "Response", "Response Type", "Treatment" } do
    local said = text.collapse(risk.extra[column] or "")
    if said ~= "" then return said end
  end
  local mitigation = text.lower(mitigations.of(risk))
  for _, known in ipairs(RESPONSES) do
    if text.starts_with(mitigation, known[1]) then return known[2] end
  end
  return mitigation ~= "" and "Mitigate" or ""
end

-- An author's id; else the spec's name and the hash in the key, which stays the same when the
-- document around the risk changes.
local function id(risk)
  local own = text.trim(risk.id or "")
  if own ~= "" then return own end
  local name = risk.spec.path:match("([^/]+)%.%w+$") or risk.spec.path
  return name .. "-" .. risk.key:gsub("^risk:", "")
end

local function row(risk, matrix)
  local score, rating = scoring.score(risk, matrix)
  local cells = {
    Id = id(risk),
    Title = text.collapse(risk.text or ""),
    Category = text.collapse(risk.category or ""),
    Likelihood = level(risk, "likelihood"),
    Impact = level(risk, "impact"),
    Score = score,
    Rating = rating,
    Response = response(risk),
    Mitigation = mitigations.written(risk),
    Owner = text.collapse(risk.owner or ""),
    Status = text.collapse(risk.status or ""),
    Source = risk.spec.path .. ":" .. risk.line,
    Spec = risk.spec.path,
    ["Source line"] = risk.line,
  }
  for column, names in pairs(OTHERS) do cells[column] = other(risk, names) end
  return cells
end

--- The matrix of a spec.
function register.matrix(spec, options)
  return custom.of(scoring.scale(spec, options.scale), options)
end

--- The register's rows: by score, the highest first, then by spec and line; and row → its matrix.
function register.rows(workspace, options)
  local rows, matrices = {}, {}
  for _, spec in ipairs(workspace.specs) do
    local matrix = register.matrix(spec, options)
    for _, risk in ipairs(spec:items "risk") do
      rows[#rows + 1] = row(risk, matrix)
      matrices[rows[#rows]] = matrix
    end
  end
  table.sort(rows, function(a, b)
    local left, right = a.Score or 0, b.Score or 0
    if left ~= right then return left > right end
    if a.Spec ~= b.Spec then return a.Spec < b.Spec end
    return a["Source line"] < b["Source line"]
  end)
  return rows, matrices
end

return register
