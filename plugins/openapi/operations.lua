-- What an endpoint takes and gives.
local schemas = require "schemas"
local security = require "security"

local operations = {}

-- A decoded text, nil where it is no JSON, or JSON that cannot be written again.
local function decoded(source)
  local done, value = pcall(json.decode, source)
  if done and pcall(json.encode, value) then return value end
end

local function fenced(source)
  local longest = 2
  for ticks in source:gmatch "`+" do longest = math.max(longest, #ticks) end
  local fence = ("`"):rep(longest + 1)
  return fence .. "\n" .. source .. "\n" .. fence
end

-- The media that a text describes; what is no JSON is told as it stands.
local function media(source)
  local value = decoded(source)
  if value == nil then return nil, fenced(source) end
  local schema, is_example = schemas.of(value)
  local content = { schema = schema }
  if is_example then content.example = value end
  return { ["application/json"] = content }
end

local function request(endpoint)
  local said = endpoint:says "request" and text.trim(endpoint.raw.request)
  if not said then return nil end
  local content, description = media(said)
  return { content = content or { ["application/json"] = {} }, description = description }
end

-- "201" where the label of the example says so.
local function status(endpoint)
  local section = endpoint.section
  local is_own = section and #section:items "endpoint" == 1
  return is_own and (section:markdown() or ""):match "[Rr]esponse[%s*_]*%(?(2%d%d)%f[%D]" or "2XX"
end

local function add_response(responses, code, said)
  local content, fence = media(said)
  local is_value = content and said:find '^%s*[%[{"]'
  local known = responses[code] or { description = "" }
  local words = is_value and "" or content and said or said:find "[\n{]" and fence or said
  known.description = known.description == "" and words
    or words == "" and known.description or known.description .. "\n\n" .. words
  if is_value and not known.content then known.content = content end
  responses[code] = known
end

local function responses(endpoint)
  local all = {}
  if endpoint:says "response" then
    add_response(all, status(endpoint), text.trim(endpoint.raw.response))
  end
  for _, said in ipairs(endpoint.errors or {}) do
    local code, rest = said:match "^%W*([1-5]%d%d)%f[%D]%W*(.*)$"
    local words = code and text.trim(said:match "^%W*%d%d%d%s*[:—–-]*%s*(.*)$" or rest) or said
    add_response(all, code or "default", words)
  end
  return next(all) and all or nil
end

local function parameters(names, asked)
  local list = {}
  for _, name in ipairs(names) do
    list[#list + 1] = { name = name, ["in"] = "path", required = true, schema = { type = "string" } }
  end
  for _, name in ipairs(asked) do
    list[#list + 1] = { name = name, ["in"] = "query", schema = { type = "string" } }
  end
  return #list > 0 and list or nil
end

-- Columns that nobody knows, behind the description.
local function description(endpoint)
  local parts = { endpoint:says "description" and text.trim(endpoint.raw.description) }
  for column in pairs(endpoint.extra) do
    local said = endpoint:says(column)
    if said then parts[#parts + 1] = column .. ": " .. said end
  end
  return #parts > 0 and table.concat(parts, "\n\n") or nil
end

--- The operation of an endpoint, and the scheme that it names, with its name.
function operations.of(endpoint, method, path, names, asked)
  local wanted, name, scheme = security.of(endpoint:says "auth")
  return {
    operationId = text.slug(method .. " " .. path):gsub("-", "_"),
    summary = endpoint:says "name", description = description(endpoint),
    tags = { endpoint.spec:says "title" or endpoint.spec.path },
    parameters = parameters(names, asked), requestBody = request(endpoint),
    responses = responses(endpoint), security = wanted, ["x-source"] = endpoint.spec.path,
  }, name, scheme
end

return operations
