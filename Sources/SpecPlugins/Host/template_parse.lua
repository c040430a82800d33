-- Templates as Mustache has them (mustache/spec 1.4: interpolation, sections, inverted sections,
-- comments, partials, delimiters), read into nodes.
local sandbox = ...
local host = sandbox.host
local text = host.text

local DEEPEST = 100

-- What may stand alone on its line, which is then none of the text.
local ALONE = { ["#"] = true, ["^"] = true, ["/"] = true, ["!"] = true, [">"] = true, ["="] = true }

local function wrong(file, source, place, message, ...)
  local _, breaks = source:sub(1, place - 1):gsub("\n", "")
  host.fail("%s:%d: " .. message, file, breaks + 1, ...)
end

-- The tag that begins at a place: what it is, what it says, and where it ends.
local function tag_at(file, source, first, open, close)
  local kind = source:sub(first + #open, first + #open)
  local inside, stop = first + #open, close
  if kind == "{" then stop = "}" .. close end
  if kind == "=" then stop = "=" .. close end
  if kind:find("^[{=#^/!>&]") then inside = inside + 1 else kind = "" end
  local until_, last = source:find(stop, inside, true)
  if not until_ then wrong(file, source, first, "a tag has no end: %s", stop) end
  return kind, text.trim(source:sub(inside, until_ - 1)), last
end

local function delimiters(file, source, place, body)
  local open, close = body:match("^([^%s=]+)%s+([^%s=]+)$")
  if not open then wrong(file, source, place, 'delimiters are two, found "%s"', body) end
  return open, close
end

--- The nodes of a template: texts; values `{ name, raw }`, sections `{ name, inverted, nodes }`,
--- partials `{ partial, indent }`.
return function(file, source)
  local open, close = "{{", "}}"
  local sections, nodes = {}, {}
  local at, line_start = 1, 1

  local function add_text(last)
    if last >= at then nodes[#nodes + 1] = source:sub(at, last) end
  end

  local function add_tag(kind, name, place, indent)
    if kind == "" or kind == "{" or kind == "&" then
      if name == "" then wrong(file, source, place, "a tag names nothing") end
      nodes[#nodes + 1] = { name = name, raw = kind ~= "" }
    elseif kind == ">" then
      nodes[#nodes + 1] = { partial = name, indent = indent or "" }
    elseif kind == "=" then
      open, close = delimiters(file, source, place, name)
    elseif kind == "#" or kind == "^" then
      if name == "" then wrong(file, source, place, "a section names nothing") end
      if #sections == DEEPEST then
        wrong(file, source, place, "sections more than %d deep", DEEPEST)
      end
      local section = { name = name, inverted = kind == "^", nodes = {} }
      nodes[#nodes + 1] = section
      sections[#sections + 1] = { outer = nodes, name = name, place = place }
      nodes = section.nodes
    elseif kind == "/" then
      local section = table.remove(sections)
      if not section then wrong(file, source, place, 'no section "%s" is open', name) end
      if section.name ~= name then
        wrong(file, source, place, 'expected the end of "%s", found that of "%s"', section.name, name)
      end
      nodes = section.outer
    end
  end

  while true do
    local first = source:find(open, at, true)
    if not first then break end
    local breaks = source:sub(line_start, first - 1):match(".*\n()")
    if breaks then line_start = line_start + breaks - 1 end
    local kind, name, last = tag_at(file, source, first, open, close)
    local indent = source:sub(line_start, first - 1)
    local _, rest = source:find("^[ \t]*\r?\n", last + 1)
    if not rest then _, rest = source:find("^[ \t]*$", last + 1) end
    if ALONE[kind] and rest and not indent:find("[^ \t]") then
      add_text(line_start - 1)
      add_tag(kind, name, first, indent)
      at, line_start = rest + 1, rest + 1
    else
      add_text(first - 1)
      add_tag(kind, name, first)
      at = last + 1
    end
  end
  add_text(#source)
  local open_section = sections[#sections]
  if open_section then
    wrong(file, source, open_section.place, 'section "%s" has no end', open_section.name)
  end
  return nodes
end
