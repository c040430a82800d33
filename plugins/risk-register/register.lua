local mitigations = require "mitigations"
local scoring = require "scoring"

local register = {}

register.columns = {
  "Id", "Title", "Category", "Likelihood", "Impact", "Score", "Rating", "Response", "Mitigation",
  "Owner", "Status", "Spec", "Source line",
}

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
  return {
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
    Spec = risk.spec.path,
    ["Source line"] = risk.line,
  }
end

--- The register's rows: by score, the highest first, then by spec and line.
function register.rows(workspace, scale)
  local rows = {}
  for _, spec in ipairs(workspace.specs) do
    local matrix = scoring.scale(spec, scale)
    for _, risk in ipairs(spec:items "risk") do rows[#rows + 1] = row(risk, matrix) end
  end
  table.sort(rows, function(a, b)
    local left, right = a.Score or 0, b.Score or 0
    if left ~= right then return left > right end
    if a.Spec ~= b.Spec then return a.Spec < b.Spec end
    return a["Source line"] < b["Source line"]
  end)
  return rows
end

return register
