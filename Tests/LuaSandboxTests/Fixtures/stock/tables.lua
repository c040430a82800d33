-- Tables, iteration, protected calls, metatables.
local function show(...)
  local t = {}
  for i = 1, select("#", ...) do
    local v = select(i, ...)
    t[i] = type(v) == "string" and ("%q"):format(v):gsub("\n", "n") or tostring(v)
  end
  return table.concat(t, " ")
end
local function try(name, f, ...)
  local results = table.pack(pcall(f, ...))
  if results[1] then print(name, show(table.unpack(results, 2, results.n)))
  else print(name, "error: " .. tostring(results[2]):gsub("^[%w./-]+:%d+: ", "")) end
end

local function list(t) return table.concat(t, ",") end
try("insert", function() local t = { 1, 2 } table.insert(t, 3) table.insert(t, 1, 0) table.insert(t, 3, 9) return list(t) end)
for _, p in ipairs { -1, 0, 1, 3, 4, 5 } do try("insert at " .. p, function() local t = { 1, 2, 3 } table.insert(t, p, "x") return list(t) end) end
try("insert one", table.insert, {}) try("insert four", table.insert, {}, 1, 2, 3) try("insert nil", table.insert, nil, 1) try("insert bad position", table.insert, { 1 }, "x", 1) try("insert string", table.insert, "x", 1)
for _, p in ipairs { -1, 0, 1, 2, 3, 4, 5 } do try("remove at " .. p, function() local t = { "a", "b", "c" } local r = table.remove(t, p) return r, list(t) end) end
try("remove", function() local t = { 1, 2, 3 } return table.remove(t), list(t) end) try("remove empty", table.remove, {}) try("remove empty 0", table.remove, {}, 0) try("remove empty 1", table.remove, {}, 1) try("remove empty 2", table.remove, {}, 2)
try("concat", table.concat, { 1, 2.5, "x" }) try("concat sep", table.concat, { 1, 2, 3 }, ", ") try("concat range", table.concat, { 1, 2, 3, 4 }, "-", 2, 3) try("concat empty range", table.concat, { 1 }, "-", 3, 2) try("concat empty", table.concat, {})
try("concat nil", table.concat, { 1, nil, 3 }, ",", 1, 3) try("concat table", table.concat, { 1, {}, 3 }) try("concat boolean", table.concat, { true }) try("concat max", table.concat, { [math.maxinteger] = "x" }, ",", math.maxinteger, math.maxinteger) try("concat none", table.concat)
try("unpack", table.unpack, { 1, 2, 3 }) try("unpack range", table.unpack, { 1, 2, 3 }, 2, 3) try("unpack beyond", table.unpack, { 1 }, 1, 3) try("unpack none", table.unpack, { 1 }, 2, 1) try("unpack too many", table.unpack, {}, 1, 1e8) try("unpack edge", table.unpack, {}, math.mininteger, math.maxinteger) try("unpack max", table.unpack, { [math.maxinteger] = 5 }, math.maxinteger, math.maxinteger)
try("pack", function(...) local t = table.pack(...) return t.n, list(t) end, 1, 2, 3) try("pack none", function(...) return table.pack(...).n end)
try("move", function() local t = table.move({ 1, 2, 3 }, 1, 3, 2) return list(t) end) try("move down", function() local t = table.move({ 1, 2, 3, 4 }, 2, 4, 1) return list(t) end) try("move other", function() local t = table.move({ 1, 2, 3 }, 2, 3, 1, { 9, 9, 9 }) return list(t) end) try("move none", function() return list(table.move({ 1 }, 1, 0, 5)) end) try("move wrap", table.move, {}, 1, 2, math.maxinteger) try("move many", table.move, {}, math.mininteger, 1, 1) try("move bad", table.move, {}, 1, 2)
try("sort", function() local t = { 3, 1, 2, 5, 4 } table.sort(t) return list(t) end) try("sort strings", function() local t = { "b", "a", "C", "", "aa" } table.sort(t) return list(t) end) try("sort by", function() local t = { 3, 1, 2 } table.sort(t, function(a, b) return a > b end) return list(t) end) try("sort mixed", table.sort, { 1, "x", 2 }) try("sort with nil", table.sort, { 3, nil, 1 }) try("sort floats", function() local t = { 2.5, -1, 1e300, 0, -0.5 } table.sort(t) return list(t) end) try("sort empty", function() local t = {} table.sort(t) return #t end) try("sort one", function() local t = { 1 } table.sort(t, function() error("called") end) return #t end) try("sort bad comparison", table.sort, { 1, 2 }, 5) try("sort error", table.sort, { 1, 2 }, function() error("inside", 0) end) try("sort tables", function() local meta = { __lt = function(a, b) return a.n < b.n end } local t = {} for i = 1, 20 do t[i] = setmetatable({ n = i * 7 % 20 }, meta) end table.sort(t) local o = {} for i = 1, 20 do o[i] = t[i].n end return list(o) end)
try("sort many", function() local t, x = {}, 1 for i = 1, 1000 do x = x * 16807 % 2147483647 t[i] = x end table.sort(t) for i = 2, 1000 do if t[i - 1] > t[i] then return false end end return t[1], t[500], t[1000] end)
try("next", next, {}) try("next bad", pcall, next, nil) try("rawlen", rawlen, { 1, 2 }) try("rawlen string", rawlen, "abc") try("rawlen bad", rawlen, 5) try("rawequal", rawequal, 1, 1.0) try("rawget", rawget, setmetatable({}, { __index = { a = 1 } }), "a") try("rawset", function() return rawset({}, "a", 1).a end)
try("select", select, 2, "a", "b", "c") try("select #", select, "#", nil, nil) try("select negative", select, -1, "a", "b") try("select bad", select, 0)
try("ipairs", function() local n = 0 for i, v in ipairs({ 1, 2, nil, 4 }) do n = n + i end return n end) try("ipairs meta", function() local s = 0 for i, v in ipairs(setmetatable({}, { __index = function(_, i) if i < 4 then return i * 10 end end })) do s = s + v end return s end)
try("pairs empty", function() for k in pairs({}) do return k end return "none" end) try("pairs list", function() local o = {} for i, v in pairs({ "a", "b" }) do o[#o + 1] = i .. v end return list(o) end) try("pairs none", pairs)
try("assert", assert, 1, 2) try("assert false", assert, false) try("assert message", assert, nil, "why") try("assert none", assert)
try("error", error, "x", 0) try("error table", function() local ok, e = pcall(error, { 1 }) return e[1] end) try("pcall", pcall, function() return 1, 2 end) try("pcall args", pcall, function(...) return select("#", ...) end, nil, nil) try("pcall none", pcall) try("pcall not function", pcall, 5)
try("xpcall", xpcall, function(a) error(a, 0) end, function(m) return "handled " .. m end, "arg") try("xpcall ok", xpcall, function(...) return ... end, print, 1, 2) try("xpcall nested", xpcall, function() error("a", 0) end, function(m) error("b", 0) end) try("xpcall bad", xpcall, print)
try("xpcall handler sees table", function() local ok, v = xpcall(error, function(e) return e.code end, { code = 7 }) return ok, v end)
try("metatable", function() local m = {} return getmetatable(setmetatable({}, m)) == m end) try("metatable bad", setmetatable, {}, 1) try("metatable missing", setmetatable, {}) try("metatable not table", setmetatable, 1, {}) try("metatable field", getmetatable, setmetatable({}, { __metatable = "f" }))
try("events", function() local log = {} local mt = { __add = function() return "add" end, __sub = function() return "sub" end, __mul = function() return "mul" end, __div = function() return "div" end, __mod = function() return "mod" end, __pow = function() return "pow" end, __unm = function() return "unm" end, __idiv = function() return "idiv" end, __band = function() return "band" end, __bor = function() return "bor" end, __bxor = function() return "bxor" end, __shl = function() return "shl" end, __shr = function() return "shr" end, __bnot = function() return "bnot" end, __len = function() return 42 end, __eq = function() return true end, __lt = function() return true end, __le = function() return false end, __call = function(_, a) return "call" .. a end, __index = function(_, k) return "index" .. k end } local a, b = setmetatable({}, mt), setmetatable({}, mt) return a + 1, a - 1, a * 1, a / 1, a % 1, a ^ 1, -a, a // 1, a & 1, a | 1, a ~ 1, a << 1, a >> 1, ~a, #a, a == b, a < b, a <= b, a(3), a.x end)
try("newindex", function() local kept = {} local t = setmetatable({}, { __newindex = function(_, k, v) kept[k] = v end }) t.a = 1 return rawget(t, "a"), kept.a end)
