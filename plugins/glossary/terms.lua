-- Terms by name, with what the specs say that they mean.
local terms = {}

terms.columns = { "Term", "Definition", "Conflict", "Specs" }

local function key(s) return text.lower(text.collapse(s)) end

-- name → { name, definitions: a list of { text, specs } }, what differs in white space, capitals and
-- a last full stop being one definition.
local function collect(workspace)
  local found, names = {}, {}
  for _, item in ipairs(workspace:items "term") do
    local name, said = item:says "term", item:says "definition"
    if name and said then
      local entry = found[key(name)]
      if not entry then
        entry = { name = name, definitions = {}, by_text = {} }
        found[key(name)] = entry
        names[#names + 1] = key(name)
      end
      local same = key(said):gsub("%.$", "")
      local definition = entry.by_text[same]
      if not definition then
        definition = { text = said, specs = {}, seen = {} }
        entry.by_text[same] = definition
        entry.definitions[#entry.definitions + 1] = definition
      end
      if not definition.seen[item.spec.path] then
        definition.seen[item.spec.path] = true
        definition.specs[#definition.specs + 1] = item.spec.path
      end
    end
  end
  table.sort(names)
  return found, names
end

--- One row a definition, by term whatever its case, then in the order of the specs. `Conflict` says
--- which of several definitions it is.
function terms.rows(workspace)
  local found, names = collect(workspace)
  local rows = {}
  for _, name in ipairs(names) do
    local entry = found[name]
    for number, definition in ipairs(entry.definitions) do
      local count = #entry.definitions
      rows[#rows + 1] = {
        Term = entry.name, Definition = definition.text,
        Conflict = count > 1 and string.format("%d of %d", number, count) or nil,
        Specs = table.concat(definition.specs, ", "),
      }
    end
  end
  return rows
end

return terms
