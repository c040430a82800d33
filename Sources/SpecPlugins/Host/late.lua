-- What few plugins use, and checks of most specs do not: a file of it runs when a function of it is first
-- called.
local sandbox = ...
local host = sandbox.host
local late = sandbox.late

local LIBRARIES = {
  adf = { "encode" }, csv = { "decode", "encode", "write" }, env = { "can_get", "get" },
  files = { "can_read", "list", "read" }, hash = { "sha256", "uuid" }, html = { "encode", "escape" },
  jira = { "encode", "escape" }, json = { "decode", "encode" }, markdown = { "escape", "parse", "table" },
  sqlite = { "encode", "write" }, template = { "render", "write" }, xlsx = { "encode", "write" },
}

local RUNNERS = { exports = { "export" }, transforms = { "transform", "transform_workspace" } }

--- What a file of the host returned that does not run before somebody wants it.
function host.late(name) return late("perilune:" .. name .. ".lua") end

--- Refuses options that a function does not have.
function host.known(options, names, who)
  local known = {}
  for _, name in ipairs(names) do known[name] = true end
  for key in pairs(options) do
    if not known[key] then
      local near = type(key) == "string" and host.text.nearest(key, names)
      host.fail('%s: unknown option "%s"%s', who, tostring(key),
        near and string.format('; did you mean "%s"?', near) or "")
    end
  end
end

--- What a plugin was given beside specs, by a letter for what is asked and a name.
function host.given(letter, name, who)
  local answer = sandbox.ask(0, letter .. host.want(name, "string", who))
  if type(answer) == "table" and answer.denied then
    sandbox.fail(who .. ": " .. answer.denied, nil, "denied")
  end
  return answer
end

local function add(file, names, functions)
  for _, name in ipairs(names) do
    functions[name] = function(...) return host.late(file)[name](...) end
  end
  return functions
end

for library, names in pairs(LIBRARIES) do sandbox.globals[library] = add(library, names, {}) end
for file, names in pairs(RUNNERS) do add(file, names, sandbox.exports) end

--- The host's own `json`, for a plugin may change its: with what stands for `null`, which nil in a table
--- cannot, and the empty table that is no object.
host.json = add("json", LIBRARIES.json, { null = {}, empty_list = {} })
local json = sandbox.globals.json
json.null, json.empty_list = host.json.null, host.json.empty_list
