-- The libraries that few plugins use: the file of one runs when a function of it is first called.
local sandbox = ...
local host = sandbox.host
local late = sandbox.late

local LIBRARIES = {
  adf = { "encode" }, hash = { "sha256", "uuid" }, html = { "encode", "escape" },
  jira = { "encode", "escape" }, markdown = { "escape", "parse", "table" },
  sqlite = { "encode", "write" }, template = { "render", "write" }, xlsx = { "encode", "write" },
}

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

for library, names in pairs(LIBRARIES) do
  local functions = {}
  for _, name in ipairs(names) do
    functions[name] = function(...) return host.late(library)[name](...) end
  end
  sandbox.globals[library] = functions
end
