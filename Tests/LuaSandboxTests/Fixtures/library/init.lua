-- For every function that a plugin finds: work that it can be made to do, for ever (`loop`), with all
-- that it gives kept (`allocate`), and within itself (`nest`). The files beside this one say how.
local cases = {}
for _, family in ipairs { "basics", "calls", "strings", "tables", "numbers" } do
  for name, case in pairs(require(family)) do cases[name] = case end
end

local function offered()
  local functions = {}
  for name, value in pairs(_G) do
    if type(value) == "function" then functions[name] = value end
    for key, element in pairs(type(value) == "table" and value ~= _G and value or {}) do
      if type(element) == "function" then functions[name .. "." .. key] = element end
    end
  end
  -- Those of the tests' host.
  functions.report, functions.look_up, functions.host_format = nil, nil, nil
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

function run.nest(_, case, f)
  local nest = type(case) == "table" and case.nest or function(again) return f(again()) end
  local function again() return (nest(again)) end
  return again()
end

return function(class, name)
  local functions = offered()
  if not name then
    local found, known = {}, {}
    for name in pairs(functions) do found[#found + 1] = name end
    for name in pairs(cases) do known[#known + 1] = name end
    return { found, known }
  end
  local case = cases[name]
  return run[class](type(case) == "table" and case.work or case, case, functions[name])
end
