-- Markdown of a table's cell as text of a line, and back.
local cells = {}

--- As it stands outside of a table.
function cells.free(source) return (text.trim(source):gsub("\\|", "|")) end

--- As it stands in a cell; nil where it is more than one paragraph.
function cells.cell(source)
  source = text.trim(source)
  if source:find "\n%s*\n" or source:find "\n%s*[-*+>#|`~]" or source:find "\n%s*%d+[.)]%s" then
    return nil
  end
  source = source:gsub("  +\r?\n%s*", "<br>"):gsub("\\\r?\n%s*", "<br>"):gsub("%s*[\r\n]+%s*", " ")
  local result, slashes = {}, 0
  for character in source:gmatch "." do
    if character == "|" and slashes % 2 == 0 then result[#result + 1] = "\\" end
    slashes = character == "\\" and slashes + 1 or 0
    result[#result + 1] = character
  end
  return table.concat(result)
end

--- A row of cells.
function cells.row(list) return "| " .. table.concat(list, " | ") .. " |" end

--- The row below a header: as wide as its words.
function cells.rule(header)
  local list = {}
  for index, name in ipairs(header) do
    list[index] = string.rep("-", math.max(3, text.length(name) + 2))
  end
  return "|" .. table.concat(list, "|") .. "|"
end

return cells
