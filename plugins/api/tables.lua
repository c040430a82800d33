local tables = {}

-- `public.orders`, "Orders" → orders.
local function plain(said)
  if said:find '[."`%[%]]' then said = said:gsub("^.*%.", ""):gsub('["`%[%]]', "") end
  return text.lower(said)
end

tables.column_named_once = {
  summary = "a table has a column once",
  severity = "error",
  preset = "recommended",
  each = "entity",
  why = "No database creates it, and nobody knows which of both types is meant.",
  fix = "Delete one of both, or correct its name.",
  run = function(entity, report)
    local first = {}
    for index, column in ipairs(entity.columns or {}) do
      local key = plain(column)
      if key ~= "" and first[key] then
        report {
          at = entity:at("columns", index),
          message = string.format('"%s" has the column "%s" twice', entity:says "name" or "it",
            column),
          related = { { at = entity:at("columns", first[key]), message = "the first time" } },
        }
      elseif key ~= "" then
        first[key] = index
      end
    end
  end,
}

-- Tables that an endpoint names: "the orders table", "table `orders`", "INSERT INTO orders".
local PATTERNS = {
  "%f[%a][Tt]able [`\"']?([%a_][%w_]*_[%w_]*)", "([%a_][%w_]*_[%w_]*)[`\"']? table%f[%A]",
  "%f[%u]INSERT INTO [`\"']?([%a_][%w_.]*)", "%f[%u]UPDATE [`\"']?([%a_][%w_.]*)[`\"']? SET%f[%W]",
  "%f[%u]DELETE FROM [`\"']?([%a_][%w_.]*)",
}

tables.known = {
  summary = "a table that an endpoint names is in the data model",
  severity = "warning",
  preset = "strict",
  each = "spec",
  why = "What an endpoint writes into has to be made by somebody.",
  fix = "Correct the name, or add the table to the data model.",
  run = function(spec, report)
    local entities, known = spec:items "entity", {}
    if #entities == 0 then return end
    for _, entity in ipairs(entities) do known[plain(entity:says "name" or "")] = true end
    for _, endpoint in ipairs(spec:items "endpoint") do
      for _, field in ipairs { "description", "request", "response" } do
        local said, seen = endpoint:says(field) or "", {}
        for _, pattern in ipairs(PATTERNS) do
          for name in said:gmatch(pattern) do
            if not known[plain(name)] and not seen[name] then
              seen[name] = true
              report(endpoint:at(field, name), 'the data model has no table "%s"', name)
            end
          end
        end
      end
    end
  end,
}

return tables
