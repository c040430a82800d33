-- Pieces of HTML. What a spec says goes through `markup.text`, all else is ours.
local markup = {}

function markup.text(s) return (html.escape(tostring(s or "")):gsub("\n", "<br />")) end

--- A table of cells that are HTML. Columns that no row fills are left out.
function markup.table(header, rows)
  local kept = {}
  for column in ipairs(header) do
    for _, row in ipairs(rows) do
      if (row[column] or "") ~= "" then
        kept[#kept + 1] = column
        break
      end
    end
  end
  local lines, head = {}, {}
  for index, column in ipairs(kept) do head[index] = "<th>" .. header[column] .. "</th>" end
  for number, row in ipairs(rows) do
    local cells = {}
    for index, column in ipairs(kept) do
      cells[index] = string.format('<td data-label="%s">%s</td>', header[column], row[column] or "")
    end
    lines[number] = "<tr>" .. table.concat(cells) .. "</tr>"
  end
  return "<table>\n<thead><tr>" .. table.concat(head) .. "</tr></thead>\n<tbody>\n"
    .. table.concat(lines, "\n") .. "\n</tbody>\n</table>\n"
end

--- How much of a whole is there, as a bar and in numbers.
function markup.bar(done, whole)
  if whole == 0 then return "" end
  local share = 100 * done // whole
  return string.format('<span class="bar" role="img" aria-label="%d percent"><i style="width: %d%%"></i>'
    .. "</span> %d/%d", share, share, done, whole)
end

--- A link to the part of the page about a spec.
function markup.spec(spec, number)
  return string.format('<a href="#spec-%d">%s</a>', number, markup.text(spec:says "title" or spec.path))
end

return markup
