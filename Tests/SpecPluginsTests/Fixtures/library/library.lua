-- For every function of the host that a plugin finds: work that it can be made to do, for ever (`loop`),
-- with all that it gives kept (`allocate`), and within itself (`nest`); and arguments that nobody
-- thinks of (`odd`). The files beside this one say how.
local function offered(objects, methods)
  local functions = {}
  for _, library in ipairs {
    "adf", "csv", "date", "env", "files", "hash", "html", "jira", "json", "markdown", "sqlite", "template",
    "text", "xlsx",
  } do
    for name, value in pairs(_G[library]) do
      if type(value) == "function" then functions[library .. "." .. name] = value end
    end
  end
  -- Objects hide their methods; which there are is on the plugin author's page.
  for _, method in ipairs(methods) do
    local class, name = method:match("^(.+):(.+)$")
    functions[method] = objects[class] and objects[class][name]
  end
  functions.report = objects.report
  return functions
end

local run = {}

function run.loop(work)
  while true do pcall(work, 1) end
end

function run.allocate(work)
  local kept = {}
  while true do kept[#kept + 1] = { pcall(work, #kept) } end
end

-- Within itself, where a function reads what a plugin computes; else as deep as calls go.
function run.nest(work)
  local computed
  local function again()
    local result = table.pack(work(1, computed))
    return #result + 1, again()
  end
  computed = setmetatable({}, {
    __index = function() return (again()) end,
    __len = function() return (again()) end,
    __pairs = function() return (again()) end,
    __tostring = function() return (again()) end,
    __lt = function() return (again()) end,
  })
  return (again())
end

local odd = require "odd"

-- What a function says of arguments that are wrong is told by the function, not by its inside.
function run.odd(_, f, self)
  for _, first in ipairs(odd) do
    for _, second in ipairs(odd) do
      for _, third in ipairs { odd[#odd - 2] } do
        local done, message
        if self then
          done, message = pcall(f, self, first.value, second.value, third.value)
        else
          done, message = pcall(f, first.value, second.value, third.value)
        end
        if not done then
          local text = tostring(message)
          if text:find("perilune:", 1, true) or text:find("attempt to", 1, true)
            or text:find("bad argument", 1, true) then
            error(first.name .. ", " .. second.name .. ", " .. third.name .. ": " .. text, 0)
          end
        end
      end
    end
  end
end

--- @param objects what the stage at hand gives a plugin, by its name
return function(objects, options)
  local functions, cases = offered(objects, options.methods), require "cases"(objects)
  if options.class == "names" then
    local found, known = {}, {}
    for name in pairs(functions) do found[#found + 1] = name end
    for name in pairs(cases) do known[#known + 1] = name end
    print(table.concat(found, " "))
    print(table.concat(known, " "))
    return
  end
  local name = options.name
  run[options.class](cases[name], functions[name], objects[name:match("^(.+):")])
end
