-- What became of a spec, for whoever moves it: a line each, in the order of the spec.
local report = {}

local FORMS = {
  table = "a table", list = "a list", ordered = "a numbered list", tasks = "a task list",
  headings = "headings",
}

local function title(section)
  return (section.number and section.number .. " " or "") .. section.title
end

-- Where a part stands: `"Appendix" › "9 Risks"`.
local function path_of(part)
  local name = part.heading:gsub("[\r\n].*$", ""):gsub("^#+ ", ""):gsub("%*%*", "")
  local own = string.format('"%s"', (name:gsub("^([%d.]+)%. ", "%1 "):gsub("^(%u)%. ", "%1 ")))
  return part.outer and path_of(part.outer) .. " › " .. own or own
end

local function old_path(node)
  local own = string.format('"%s"', title(node.section))
  return node.parent and old_path(node.parent) .. " › " .. own or own
end

--- Prints where each section went that moved or got another name, and what was re-shaped.
function report.print(document, result)
  local function say(line, ...)
    print(string.format("%s:%d: %s", document.spec.path, line, string.format(...)))
  end
  local function shapes(first, last)
    for _, shape in ipairs(result.shaped) do
      if shape.count and shape.first >= first and shape.first <= last then
        say(shape.first, "%s (%d) → %s", shape.kind, shape.count, FORMS[shape.form])
      end
    end
  end
  if result.about then
    say(document.spec.metadata[1].line, "metadata → %s",
      result.about.form == "table" and "a table" or "lines")
  end
  for _, node in ipairs(document.nodes) do
    local part, is_emptied = result.part_of[node], result.about and result.about.holder == node
    if part then
      local old, new = old_path(node), path_of(part)
      local has_place = part.expected or node.parent
      -- A section that only went along with the one around it is told with that.
      local went_along = not part.expected and node.parent
        and result.part_of[node.parent] == part.outer
      if old ~= new and not went_along then
        say(node.line, "%s → %s%s", old, new, has_place and "" or " (the template has no place for it)")
      end
    elseif not is_emptied and not result.gathered[node] then
      say(node.line, "%s → nothing (what stood below it has places of its own)", old_path(node))
    end
    shapes(node.line, node.last)
  end
end

return report
