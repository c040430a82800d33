-- The document: each path and method once, whoever describes it.
local operations = require "operations"
local paths = require "paths"

local document = {}

local function info(workspace, options)
  local only = #workspace.specs == 1 and workspace.specs[1]
  local title = options.title ~= "" and options.title or only and only:says "title"
  local version = options.version ~= "" and options.version or only and only:says "version"
  return { title = title or "API", version = version or "0.0.0" }
end

-- What a table of endpoints says of one, and a section of its own, belong together.
local function fill(known, other)
  for key, value in pairs(other) do
    if known[key] == nil then known[key] = value end
  end
end

local Builder = {}
Builder.__index = Builder

-- The path under which another of its shape is known, with that one's names.
function Builder:place(said)
  local path, names, asked = paths.parse(said)
  local shape = paths.shape(path)
  local known = self.shapes[shape] or { path = path, names = names }
  self.shapes[shape] = known
  self.paths[known.path] = self.paths[known.path] or {}
  return known, asked
end

function Builder:unique(id)
  local number, unique = 1, id
  while self.ids[unique] do
    number = number + 1
    unique = id .. "_" .. number
  end
  self.ids[unique] = true
  return unique
end

function Builder:add(endpoint, method, known, asked)
  local operation, name, scheme =
    operations.of(endpoint, method, known.path, known.names, asked)
  local at = self.paths[known.path]
  if at[method] and self.owners[at[method]] == endpoint.spec then
    fill(at[method], operation)
  elseif at[method] then
    print(string.format("%s %s of %s:%d is described in %s; the first one stands",
      method:upper(), known.path, endpoint.spec.path, endpoint.line, at[method]["x-source"]))
    return
  else
    operation.operationId = self:unique(operation.operationId)
    at[method], self.owners[operation] = operation, endpoint.spec
  end
  if name then self.schemes[name] = self.schemes[name] or scheme end
end

function Builder:endpoint(endpoint)
  local path, methods = endpoint:says "path", paths.methods(endpoint:says "method")
  if not path or #methods == 0 then
    print(string.format("%s:%d: an endpoint without a %s is left out", endpoint.spec.path,
      endpoint.line, path and "method" or "path"))
    return
  end
  local known, asked = self:place(path)
  for _, method in ipairs(methods) do self:add(endpoint, method, known, asked) end
end

--- The OpenAPI document of a workspace.
function document.of(workspace, options)
  local builder = setmetatable(
    { paths = {}, shapes = {}, owners = {}, schemes = {}, ids = {} }, Builder)
  for _, endpoint in ipairs(workspace:items "endpoint") do builder:endpoint(endpoint) end
  return {
    openapi = "3.1.0", info = info(workspace, options), paths = builder.paths,
    servers = options.server ~= "" and { { url = options.server } } or nil,
    components = next(builder.schemes) and { securitySchemes = builder.schemes } or nil,
  }
end

return document
