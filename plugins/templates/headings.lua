-- Headings as they are written: at a level, in the template's words or in the author's.
local outline = require "outline"

local headings = {}

-- What a template says of a heading, not to whoever reads a spec.
local REMARKS = { "%s*%(optional%)%s*$", "%s*%(if applicable%)%s*$" }

local function without_remark(text)
  local lower = text:lower()
  for _, remark in ipairs(REMARKS) do
    local at = lower:find(remark)
    if at then return text:sub(1, at - 1) end
  end
  return text
end

local function at_level(level, words) return string.rep("#", math.min(level, 6)) .. " " .. words end

-- A heading's words, with its number: of `## 3. Risks ##` or of a title with a line below it.
local function words_of(heading)
  local lines = {}
  for _, line in ipairs(outline.lines(heading)) do lines[#lines + 1] = text.trim(line) end
  local first = lines[1] or ""
  if first:find "^#+%s" or first:find "^#+$" then
    return (first:gsub("^#+%s*", ""):gsub("%s+#+$", ""))
  end
  if #lines > 1 then lines[#lines] = nil end
  return table.concat(lines, " ")
end

--- The template's own words for a section: "9. Risks and Mitigations". Of a bold paragraph that acts as
--- a heading it is all of its line, and true.
function headings.expected(expected)
  local line = outline.lines(expected:markdown())[1] or ""
  line = text.trim(line)
  if line:find "^%*%*" then return line, true end
  local lines = outline.lines(expected:markdown())
  local is_setext = not line:find "^#" and lines[2]
  return without_remark(words_of(is_setext and lines[1] .. lines[2] or line)), false
end

--- The heading of a section where the template has it: as it is where it says the same already.
function headings.renamed(document, node, expected, level)
  local words, is_bold = headings.expected(expected)
  local section = node.section
  if is_bold then
    if section.implicit then return outline.heading(document, node) end
    return words
  end
  if not section.implicit and section.level == level and section.number == expected.number
    and section.title == without_remark(expected.title)
  then
    return outline.heading(document, node)
  end
  -- A heading that is an item keeps what it says.
  if document.items_at[node.line] and not section.implicit then
    local number = words:match "^[%w.]+%s" or ""
    if not expected.number then number = "" end
    if section.number == expected.number then
      return headings.moved(document, node, level)
    end
    words = number .. text.trim(words_of(outline.heading(document, node)))
    if section.number then
      words = number .. (words:sub(#number + 1):gsub("^[%w.]+[.):]?%s+", "", 1))
    end
    return at_level(level, words)
  end
  -- A remark of the author's stays: "Glossary (payments)".
  local remark = without_remark(section.title):match "%s%([^()]+%)$"
  if remark and not words:find(remark, 1, true) then words = words .. remark end
  return at_level(level, words)
end

--- The heading of a section at another level.
function headings.moved(document, node, level)
  local heading = outline.heading(document, node)
  if node.section.implicit then return at_level(level, (heading:gsub("%*%*:?", ""))) end
  if node.section.level == level then return heading end
  local marks, rest = heading:match "^%s*(#+)(.*)$"
  if marks then
    return at_level(level, "") :sub(1, -2) .. rest:gsub("%s#+%s*$", "")
  end
  return at_level(level, words_of(heading))
end

--- A heading that the spec does not have.
function headings.new(expected, level)
  local words, is_bold = headings.expected(expected)
  if is_bold then return words end
  return at_level(level, words)
end

headings.at_level = at_level

return headings
