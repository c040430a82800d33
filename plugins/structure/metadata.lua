local metadata = {}

metadata.missing = {
  summary = "the metadata that the template asks for is there",
  severity = "warning",
  each = "spec",
  why = "Without an author there is nobody to ask, without a status or a date nobody knows whether it still holds.",
  fix = "Add the field, in the form that the others have.",
  run = function(spec, report)
    for _, field in ipairs(spec.schema and spec.schema.metadata or {}) do
      if not field.optional and field.value == nil then
        report(field, 'metadata "%s" is missing', field.name)
      elseif not field.optional and text.is_blank(field.value) then
        report(field, 'metadata "%s" is empty', field.name)
      end
    end
  end,
}

metadata.unknown_choice = {
  summary = "where the template has choices, one of them was made",
  severity = "warning",
  each = "spec",
  why = "A value of one's own cannot be sorted, counted or compared with those of other specs.",
  fix = "Take one of the template's values, or add yours to the template.",
  run = function(spec, report)
    for _, value in ipairs(spec.schema and spec.schema.values or {}) do
      if not value.fits then
        local near = text.nearest(text.collapse(value.value), value.options)
        report {
          at = value,
          message = string.format('%s "%s" is none of the template\'s: %s', value.name,
            text.cut(text.collapse(value.value), 60), table.concat(value.options, ", ")),
          unsafe_fix = near and function(edit) edit:replace(value, near) end or nil,
        }
      end
    end
  end,
}

return metadata
