local tables = {}

-- The tables that the template has, too.
local function expected_tables(spec)
  return spec.schema and spec.schema.tables or {}
end

tables.missing_column = {
  summary = "tables have the columns of the template",
  severity = "warning",
  each = "spec",
  why = "A column that was dropped is a question that nobody was asked.",
  fix = "Add the column. One that not every spec needs is \"(optional)\" in the template.",
  run = function(spec, report)
    for _, held in ipairs(expected_tables(spec)) do
      for _, name in ipairs(held.missing) do
        report(held, 'the table in "%s" has no column "%s"', held.section.section.title, name)
      end
    end
  end,
}

tables.extra_column = {
  summary = "tables have no columns beside those of the template",
  severity = "info",
  each = "spec",
  why = "What only one spec has, nobody looks for in the others.",
  fix = "Put it into a column of the template, or add the column to the template.",
  run = function(spec, report)
    for _, held in ipairs(expected_tables(spec)) do
      for _, column in ipairs(held.columns) do
        if not column.expected then
          report(column, 'the template has no column "%s" in "%s"', column.name,
            held.section.title)
        end
      end
    end
  end,
}

return tables
