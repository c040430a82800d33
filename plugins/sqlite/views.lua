-- Items by kind, with a column for each field: what a query begins with.
local views = {}

-- View → the kind, then its fields; those behind "/" are levels as well.
local KINDS = {
  alternatives = "alternative: name description pros cons reason",
  components = "component: name responsibility technology dependencies interfaces",
  dependencies = "dependency: name type owner purpose status version risk fallback",
  endpoints = "endpoint: method path name description auth request response errors",
  goals = "goal: text primary",
  metrics = "metric: name current target method",
  phases = "phase: name scope tasks duration dependencies trigger",
  qualities = "quality: category text target validation",
  questions = "question: id text owner status done",
  requirements = "requirement: id text acceptance / priority",
  risks = "risk: id text mitigation owner status category / likelihood impact",
  signoffs = "signoff: role name status date approved",
  tasks = "task: text done phase",
  terms = "term: term definition",
  test_cases = "test-case: scenario input expected",
  tests = "test: type text coverage tools",
  threats = "threat: text mitigation / likelihood impact",
}

-- All texts of a field, a line each.
local function column(field, what, name)
  return string.format("(SELECT group_concat(%s, char(10)) FROM (SELECT %s FROM fields WHERE "
    .. "item = items.id AND name = '%s' ORDER BY position)) AS \"%s\"", what, what, field, name)
end

local function query(said)
  local kind, rest = said:match "^([^:]*): (.*)$"
  local plain, levels = rest:match "^(.-) / (.*)$"
  local columns = { "items.uid", "items.spec", "items.line" }
  for field in (plain or rest):gmatch "%S+" do columns[#columns + 1] = column(field, "value", field) end
  for field in (levels or ""):gmatch "%S+" do
    columns[#columns + 1] = column(field, "value", field)
    columns[#columns + 1] = column(field, "level", field .. "_level")
  end
  return "SELECT " .. table.concat(columns, ", ") .. " FROM items WHERE items.kind = '" .. kind .. "'"
end

--- A view for each kind, by name.
function views.all()
  local list = {}
  for name, said in pairs(KINDS) do list[#list + 1] = { name = name, view = query(said) } end
  return list
end

return views
