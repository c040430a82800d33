-- What specs say, in normal form.
local tables = {}

local function new(name, columns, more)
  local table_of = { name = name, columns = columns, rows = {} }
  for key, value in pairs(more) do table_of[key] = value end
  return table_of
end

local function schema()
  return {
    specs = new("specs", {
      { "path" }, { "title" }, { "status" }, { "template" }, { "tasks_done", "integer" },
      { "tasks_open", "integer" },
    }, { primary = "path" }),
    metadata = new("metadata", {
      { "spec" }, { "name" }, { "role" }, { "value" }, { "day" }, { "line", "integer" },
    }, { references = { spec = "specs.path" }, indexes = { "spec", "role" } }),
    sections = new("sections", {
      { "id", "integer" }, { "spec" }, { "parent", "integer" }, { "title" }, { "number" },
      { "level", "integer" }, { "role" }, { "line", "integer" }, { "is_empty", "integer" },
    }, {
      primary = "id", references = { spec = "specs.path", parent = "sections.id" },
      indexes = { "spec", "role" },
    }),
    items = new("items", {
      { "id", "integer" }, { "uid" }, { "spec" }, { "section", "integer" }, { "kind" }, { "key" },
      { "title" }, { "line", "integer" },
    }, {
      primary = "id", references = { spec = "specs.path", section = "sections.id" },
      indexes = { "uid", "spec", "kind" },
    }),
    fields = new("fields", {
      { "item", "integer" }, { "name" }, { "position", "integer" }, { "label" }, { "value" },
      { "level" }, { "is_extra", "integer" },
    }, { references = { item = "items.id" }, indexes = { { "item", "name" } } }),
    placeholders = new("placeholders", {
      { "spec" }, { "section", "integer" }, { "text" }, { "style" }, { "line", "integer" },
    }, { references = { spec = "specs.path", section = "sections.id" }, indexes = { "spec" } }),
    links = new("links", {
      { "spec" }, { "section", "integer" }, { "text" }, { "target" }, { "line", "integer" },
    }, { references = { spec = "specs.path", section = "sections.id" }, indexes = { "spec" } }),
  }
end

local ORDER = { "specs", "metadata", "sections", "items", "fields", "placeholders", "links" }

local function add(table_of, row) table.insert(table_of.rows, row) end

-- What an item has beside the fields of its kind.
local OWN = { kind = true, key = true, line = true, placeholder = true, raw = true, dates = true,
  extra = true }

-- One row a text: of a list with its position, of a table from names to texts with its label.
local function add_values(fields, item, name, value, raw)
  local function row(more)
    more.item, more.name, more.is_extra = item, name, 0
    more.position = more.position or 1
    add(fields, more)
  end
  if type(value) == "boolean" then return row { value = value and "true" or "false" } end
  if type(value) ~= "table" then
    local said = raw or value
    return row {
      value = said ~= nil and tostring(said) or nil,
      level = raw and value and value ~= raw and tostring(value) or nil,
    }
  end
  for position, text_of in ipairs(value) do
    row { position = position, value = tostring(text_of) }
  end
  local position = #value
  for label, text_of in pairs(value) do
    if type(label) == "string" then
      position = position + 1
      row { position = position, label = label, value = tostring(text_of) }
    end
  end
end

local function add_fields(fields, id, item)
  local names = {}
  for name in pairs(item) do
    if not OWN[name] then names[name] = true end
  end
  for name in pairs(item.raw) do names[name] = true end
  for name in pairs(names) do add_values(fields, id, name, rawget(item, name), item.raw[name]) end
  for name, value in pairs(item.extra) do
    add(fields, { item = id, name = name, position = 1, value = value, is_extra = 1 })
  end
end

local function add_sections(all, spec)
  local ids = {}
  for _, section in ipairs(spec.sections) do
    ids[section] = #all.sections.rows + 1
    add(all.sections, {
      id = ids[section], spec = spec.path, parent = section.parent and ids[section.parent],
      title = section.title, number = section.number, level = section.level, role = section.role,
      line = section.line, is_empty = section.empty and 1 or 0,
    })
  end
  return ids
end

local function add_spec(all, spec)
  add(all.specs, {
    path = spec.path, title = spec:says "title", status = spec.status, template = spec.template,
    tasks_done = spec.tasks.done, tasks_open = spec.tasks.open,
  })
  for _, one in ipairs(spec.metadata) do
    add(all.metadata, {
      spec = spec.path, name = one.name, role = one.role, value = one.value, day = one.date,
      line = one.line,
    })
  end
  local ids = add_sections(all, spec)
  for _, item in ipairs(spec:items()) do
    local id = #all.items.rows + 1
    add(all.items, {
      id = id, uid = spec.path .. "#" .. item.key, spec = spec.path,
      section = item.section and ids[item.section], kind = item.kind, key = item.key,
      title = item.title, line = item.line,
    })
    add_fields(all.fields, id, item)
  end
  for _, one in ipairs(spec.placeholders) do
    add(all.placeholders, {
      spec = spec.path, section = one.section and ids[one.section], text = one.text,
      style = one.style, line = one.line,
    })
  end
  for _, one in ipairs(spec.links) do
    add(all.links, {
      spec = spec.path, section = one.section and ids[one.section], text = one.text,
      target = one.target, line = one.line,
    })
  end
end

--- The tables of a workspace.
function tables.all(workspace)
  local all, list = schema(), {}
  for _, spec in ipairs(workspace.specs) do add_spec(all, spec) end
  for index, name in ipairs(ORDER) do list[index] = all[name] end
  return list
end

return tables
