-- The `template` library: pages made of a plugin's own Mustache files. Values are escaped for HTML.
local sandbox = ...
local host = sandbox.host
local parse, html = host.late "template_parse", host.late "html"
local concat, format, math_type = table.concat, string.format, math.type

local template = {}

local SUFFIX = ".mustache"
-- Partials that name each other, or themselves.
local DEEPEST = 50

local function source_of(file)
  local answer = sandbox.ask(0, "{" .. file)
  if type(answer) == "string" then return answer end
  local near = host.text.nearest(file, answer)
  host.fail('the plugin has no template "%s"%s', file, near and format('; did you mean "%s"?', near)
    or #answer == 0 and "; its templates are files that end with .mustache" or "")
end

-- Nodes by file and indentation, for one rendering: what it costs does not depend on those before.
local function loader()
  local known = {}
  return function(file, indent)
    local key = indent .. file
    if not known[key] then
      local source = source_of(file)
      if indent ~= "" then source = source:gsub("[^\n]+", indent .. "%0") end
      known[key] = parse(file, source)
    end
    return known[key]
  end
end

local function shown(value, name)
  local kind = type(value)
  if kind == "nil" then return "" end
  if kind == "string" then return value end
  if kind == "boolean" then return tostring(value) end
  if math_type(value) == "integer" then return format("%d", value) end
  if kind == "number" then return format("%.14g", value) end
  host.fail('template.render: "%s" is %s; expected a string, a number or a boolean', name,
    host.found(value))
end

-- The first context, from the innermost one, that has the first part of a dotted name.
local function lookup(name, context)
  if name == "." then return context.value end
  local first, rest = name:match("^([^.]+)(.*)$")
  if not first then return nil end
  while context do
    local value = context.value
    if type(value) == "table" and value[first] ~= nil then
      value = value[first]
      for part in rest:gmatch("%.([^.]+)") do
        if type(value) ~= "table" then return nil end
        value = value[part]
      end
      return value
    end
    context = context.outer
  end
end

local function is_empty(value)
  return not value or value == "" or type(value) == "table" and value == host.json.null
    or type(value) == "table" and #value == 0 and next(value) == nil
end

local render

local function section(node, context, out, load, depth)
  local value = lookup(node.name, context)
  if is_empty(value) == not node.inverted then return end
  if node.inverted then return render(node.nodes, context, out, load, depth) end
  if type(value) == "function" then
    host.fail('template.render: "%s" is a function; sections are of values', node.name)
  end
  if type(value) == "table" and #value > 0 then
    for index = 1, #value do
      render(node.nodes, { value = value[index], outer = context }, out, load, depth)
    end
  else
    render(node.nodes, { value = value, outer = context }, out, load, depth)
  end
end

function render(nodes, context, out, load, depth)
  for _, node in ipairs(nodes) do
    if type(node) == "string" then
      out[#out + 1] = node
    elseif node.nodes then
      section(node, context, out, load, depth)
    elseif node.partial then
      if depth == DEEPEST then
        host.fail('template.render: partials more than %d deep, at "%s"', DEEPEST, node.partial)
      end
      local file = node.partial
      if file:sub(-#SUFFIX) ~= SUFFIX then file = file .. SUFFIX end
      render(load(file, node.indent), context, out, load, depth + 1)
    else
      local value = shown(lookup(node.name, context), node.name)
      out[#out + 1] = node.raw and value or html.escape(value)
    end
  end
end

local function pieces_of(file, values, who)
  host.want(file, "string", who)
  host.want(values, "table", who)
  local out, load = {}, loader()
  render(load(file, ""), { value = values }, out, load, 0)
  return out
end

--- A template of the plugin, `"page.mustache"` beside `init.lua`, with values.
---@param file string
---@param values table<string, any>
---@return string
function template.render(file, values)
  return concat(pieces_of(file, values, "template.render"))
end

--- The same, written to an artifact in pieces: a page may be larger than one string.
---@param artifact perilune.Artifact
---@param file string
---@param values table<string, any>
---@param output? string the name of the output, where the export has several
function template.write(artifact, file, values, output)
  local pieces = pieces_of(file, values, "template.write")
  for first = 1, #pieces, 500 do
    local piece = concat(pieces, "", first, math.min(first + 499, #pieces))
    if output then artifact:write(output, piece) else artifact:write(piece) end
  end
end

return template
