local endpoints = {}

local function name(endpoint)
  local path = endpoint:says "path" or endpoint:says "name" or ""
  return text.trim((endpoint:says "method" or "") .. " " .. path)
end

-- Takes an item away that says, letter for letter, what another one does; nothing where they differ.
local function removal(item, same)
  local form = item.shape.form
  local is_row = form == "table" or form == "list" or form == "ordered"
  if not is_row or item:markdown() ~= same:markdown() then return nil end
  return function(edit) edit:remove(item) end
end

endpoints.listed_once = {
  summary = "an endpoint is described once",
  severity = "warning",
  preset = "recommended",
  each = "spec",
  why = "Of two descriptions one will be changed, and then they contradict each other.",
  fix = "Make one of both, or correct the method or path of the second.",
  run = function(spec, report)
    local first = {}
    for _, endpoint in ipairs(spec:items "endpoint") do
      local method, path = endpoint:says "method", endpoint:says "path"
      if method and path and not endpoint.placeholder then
        local key = method:upper() .. " " .. path
        local same = first[key]
        -- A summary in a table and a section for each are two sections.
        if same and same.section == endpoint.section then
          report {
            at = endpoint:at "path",
            message = string.format("%s is described in line %d, too", key, same.line),
            related = { { at = same:at "path", message = "the first one" } },
            fix = removal(endpoint, same),
          }
        else
          first[key] = first[key] or endpoint
        end
      end
    end
  end,
}

-- "404 NOT_FOUND", "409: taken" → the code, and what tells it from others of the same number.
local function code_of(said)
  local number = said:match "^%W*(%d%d%d)%f[%D]"
  if not number then return nil end
  return number, said:match "%d%d%d%W+([%u][%u%d]*_[%u%d_]+)"
end

endpoints.error_code_listed_once = {
  summary = "an error code of an endpoint stands for one thing",
  severity = "warning",
  preset = "recommended",
  each = "endpoint",
  why = "A client that gets 409 must know which of two things has happened.",
  fix = "Join both descriptions, or give each an error code of its own.",
  run = function(endpoint, report)
    local first = {}
    for index, said in ipairs(endpoint.errors or {}) do
      local number, own = code_of(said)
      local key = number and number .. (own or "")
      if key and first[key] then
        report {
          at = endpoint:at("errors", index),
          message = string.format("%s lists the error %s twice", name(endpoint), number),
          related = { { at = endpoint:at("errors", first[key]), message = "the first time" } },
        }
      elseif key then
        first[key] = index
      end
    end
  end,
}

-- All that the endpoint says beside its path.
local function said_of(endpoint)
  local said = {}
  for field, words in pairs(endpoint.raw) do
    if field ~= "path" then said[#said + 1] = words end
  end
  for _, words in pairs(endpoint.extra) do said[#said + 1] = words end
  return text.lower(table.concat(said, "\n"))
end

endpoints.path_parameter_documented = {
  summary = "each parameter of a path is explained",
  severity = "warning",
  preset = "strict",
  each = "endpoint",
  why = "Whoever calls /orders/{ref} has to know which of the order's numbers that is.",
  fix = "Say in the description what the parameter is and where its value comes from.",
  run = function(endpoint, report)
    local path = endpoint:says "path"
    if not path or endpoint.placeholder then return end
    local said = said_of(endpoint)
    local function check(mark, parameter)
      if said:find(text.lower(parameter), 1, true) then return end
      -- "orderId" may be called "the order's id".
      local words = parameter:gsub("(%l)(%u)", "%1 %2"):gsub("[_-]", " ")
      if said:find(text.lower(words), 1, true) then return end
      report(endpoint:at("path", mark), 'the parameter "%s" of %s is not explained', parameter,
        name(endpoint))
    end
    for mark, parameter in path:gmatch "({([%w_-]+)})" do check(mark, parameter) end
    for mark, parameter in path:gmatch "(/:([%w_-]+))" do check(mark:sub(2), parameter) end
  end,
}

return endpoints
