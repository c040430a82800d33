-- What a `tests/*_test.lua` finds beside what a plugin does: busted's words. A file of tests becomes a
-- record with a check for each of them, so that the sandbox runs tests as it runs rules, one at a
-- time and within the same limits. This is plugin code like the tests themselves: it may do no more.
local format, concat = string.format, table.concat
-- What a test puts in the place of one of these is for the plugin to see, not for us.
local error, ipairs, pairs, pcall, rawequal = error, ipairs, pairs, pcall, rawequal
local require, setmetatable, tostring, type = require, setmetatable, tostring, type

-- A value as it stands in a message, without end for no value.
local function shown(value, depth, seen)
  local kind = type(value)
  if kind == "string" then return format("%q", value):gsub("\\\n", "\\n") .. "" end
  if kind ~= "table" then return kind == "function" and "a function" or tostring(value) end
  if seen[value] then return "a table that holds itself" end
  if depth == 0 then return "{…}" end
  seen[value] = true
  local parts, count = {}, 0
  for key, inner in pairs(value) do
    count = count + 1
    if count > 20 then parts[21] = "…" break end
    local name = math.type(key) == "integer" and key == #parts + 1 and ""
      or type(key) == "string" and key:find "^[%a_][%w_]*$" and key .. " = "
      or "[" .. shown(key, 1, seen) .. "] = "
    parts[#parts + 1] = name .. shown(inner, depth - 1, seen)
  end
  seen[value] = nil
  return "{" .. concat(parts, ", ") .. "}"
end

local function show(value)
  local whole = shown(value, 4, {})
  return #whole > 1000 and whole:sub(1, (utf8.offset(whole, 0, 1000) or 1000) - 1) .. "…" or whole
end

local function is_same(a, b, seen)
  if rawequal(a, b) then return true end
  if type(a) ~= "table" or type(b) ~= "table" then return a == b end
  if seen[a] == b then return true end
  seen[a] = b
  for key, value in pairs(a) do
    if not is_same(value, b[key], seen) then return false end
  end
  for key in pairs(b) do
    if a[key] == nil then return false end
  end
  return true
end

-- What went wrong, at the line of the test that asks: two functions up from here.
local function refuse(message, ...)
  error(format(message, ...), 3)
end

local is, is_not = {}, {}

-- A pair of assertions about two values, under some names.
local function compare(names, holds, wanted, unwanted)
  local function yes(expected, found)
    if not holds(expected, found) then refuse("%s %s, found %s", wanted, show(expected), show(found)) end
  end
  local function no(expected, found)
    if holds(expected, found) then refuse("%s %s", unwanted, show(expected)) end
  end
  for _, name in ipairs(names) do is[name], is_not[name] = yes, no end
end

compare({ "equal", "equals" }, function(a, b) return a == b end, "expected", "expected anything but")
compare({ "same" }, function(a, b) return is_same(a, b, {}) end, "expected", "expected anything like but")

-- A pair of assertions about one value.
local function judge(names, holds, wanted)
  local function yes(found)
    if not holds(found) then refuse("expected %s, found %s", wanted, show(found)) end
  end
  local function no(found)
    if holds(found) then refuse("expected anything but %s, found %s", wanted, show(found)) end
  end
  for _, name in ipairs(names) do is[name], is_not[name] = yes, no end
end

judge({ "is_true", "True" }, function(v) return v == true end, "true")
judge({ "is_false", "False" }, function(v) return v == false end, "false")
judge({ "is_nil", "Nil" }, function(v) return v == nil end, "nil")
judge({ "truthy", "is_truthy" }, function(v) return not not v end, "a value that counts as true")
judge({ "falsy", "is_falsy" }, function(v) return not v end, "nil or false")
for _, kind in ipairs { "table", "string", "number", "boolean", "function" } do
  judge({ "is_" .. kind }, function(v) return type(v) == kind end, "a " .. kind)
end

function is.matches(pattern, found)
  if type(found) ~= "string" or not found:find(pattern) then
    refuse("expected a string like %s, found %s", show(pattern), show(found))
  end
end

function is_not.matches(pattern, found)
  if type(found) == "string" and found:find(pattern) then
    refuse("expected no string like %s, found %s", show(pattern), show(found))
  end
end

-- Without the place that `error` puts in front.
local function message_of(problem)
  return type(problem) == "string" and problem:gsub("^[^\n]-:%d+: ", "", 1) .. "" or problem
end

function is.has_error(run, expected)
  local done, problem = pcall(run)
  if done then refuse("expected an error, found none") end
  if expected ~= nil and not is_same(expected, problem, {})
    and not is_same(expected, message_of(problem), {})
  then
    refuse("expected the error %s, found %s", show(expected), show(message_of(problem)))
  end
end

function is_not.has_error(run)
  local done, problem = pcall(run)
  if not done then refuse("expected no error, found %s", show(message_of(problem))) end
end

for _, list in ipairs { is, is_not } do
  list.error, list.errors, list.has_errors = list.has_error, list.has_error, list.has_error
end
is.is_not_nil, is.not_nil = is_not.Nil, is_not.Nil

-- `assert.are.equal`, `assert.equal`, `assert.are_not.equal`, `assert.is_not.same`, `assert.has_no.errors`
local own_assert = assert
local words = { "are", "is", "has", "does" }
for _, word in ipairs(words) do
  is[word] = is
  is_not[word] = is_not
  is[word .. "_not"], is[word .. "_no"] = is_not, is_not
end
is.no = is_not

local function unknown(list, what)
  return setmetatable(list, {
    __index = function(_, name)
      error(format("there is no %s%s; see plugins/README.md for those that there are", what, tostring(name)), 2)
    end,
    __call = list == is and function(_, value, message, ...)
      if not value and message == nil then error("assertion failed!", 2) end
      return own_assert(value, message, ...)
    end or nil,
  })
end

assert = unknown(is, "assert.")
unknown(is_not, "assert.are_not.")

-- The tests of a file in their order, each with what was said around it.
local tests, around = {}, { name = "", before = {}, after = {} }

local function want(value, kind, who)
  if type(value) ~= kind then
    error(format("%s: expected a %s, found %s", who, kind, show(value)), 3)
  end
end

local function named(name)
  if #name > 1000 then error(format("a name of %d bytes; expected 1000 at most", #name), 3) end
  return around.name == "" and name or around.name .. " › " .. name
end

local function joined(list, more)
  local all = { table.unpack(list) }
  all[#all + 1] = more
  return all
end

function describe(name, body)
  want(name, "string", "describe")
  want(body, "function", "describe")
  local outer = around
  around = { name = named(name), before = outer.before, after = outer.after }
  body()
  around = outer
end

function before_each(body)
  want(body, "function", "before_each")
  around.before = joined(around.before, body)
end

function after_each(body)
  want(body, "function", "after_each")
  around.after = joined(around.after, body)
end

function it(name, body)
  want(name, "string", "it")
  want(body, "function", "it")
  tests[#tests + 1] = { name = named(name), body = body, around = around }
end

function pending(name)
  want(name, "string", "pending")
  tests[#tests + 1] = { name = named(name) }
end

local function run_of(test)
  return function(document)
    if not test.body then return end
    for _, before in ipairs(test.around.before) do before(document) end
    test.body(document)
    for index = #test.around.after, 1, -1 do test.around.after[index](document) end
  end
end

--- The record of a module with tests.
return function(module)
  require(module)
  if #tests == 0 then error('no test in this file; expected it("…", function() … end)', 0) end
  local checks = {}
  for number, test in ipairs(tests) do
    checks[format("test-%05d", number)] = {
      summary = test.name == "" and "(no name)" or test.name,
      -- A test that is to be written is told from one that passes.
      severity = test.body and "error" or "info", each = "spec", run = run_of(test),
    }
  end
  return { checks = checks }
end
