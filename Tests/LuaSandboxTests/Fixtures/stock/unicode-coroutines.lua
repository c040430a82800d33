-- utf8, coroutines, math.
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

local S = { "", "abc", "h\195\169llo", "\226\130\172\240\159\152\128", "\255", "a\128b", "\237\160\128", "\244\144\128\128", "\195" }
for n, s in ipairs(S) do
  try("len " .. n, utf8.len, s) try("len lax " .. n, utf8.len, s, 1, -1, true)
  for _, i in ipairs { -2, -1, 0, 1, 2, 3, 9 } do
    try("len from", utf8.len, s, i) try("codepoint", utf8.codepoint, s, i) try("codepoints", utf8.codepoint, s, 1, i) try("offset", utf8.offset, s, i) try("offset from", utf8.offset, s, i, 2)
  end
  try("codes " .. n, function() local o = {} for p, c in utf8.codes(s) do o[#o + 1] = p .. ":" .. c end return table.concat(o, " ") end)
  try("codes lax " .. n, function() local o = {} for p, c in utf8.codes(s, true) do o[#o + 1] = p .. ":" .. c end return table.concat(o, " ") end)
  try("pattern " .. n, function() local o = {} for c in s:gmatch(utf8.charpattern) do o[#o + 1] = #c end return table.concat(o, " ") end)
end
try("char", utf8.char, 72, 228, 8364, 128512) try("char none", utf8.char) try("char bad", utf8.char, -1) try("char big", utf8.char, 0x7FFFFFFF) try("codes bad", utf8.codes) try("len bad", utf8.len, {})
try("co", function() local co = coroutine.create(function(a, b) local c = coroutine.yield(a + b) local d, e = coroutine.yield(c * 2) return d, e end) local o = { select(2, coroutine.resume(co, 1, 2)) } o[2] = select(2, coroutine.resume(co, 10)) local ok, d, e = coroutine.resume(co, "x", "y") o[3], o[4] = d, e o[5] = coroutine.status(co) return table.concat(o, " ") end)
try("co dead", function() local co = coroutine.create(function() end) coroutine.resume(co) return coroutine.resume(co) end)
try("co error", function() local co = coroutine.create(function() error("x", 0) end) return coroutine.resume(co) end)
try("co error table", function() local co = coroutine.create(function() error({ 1 }) end) local ok, e = coroutine.resume(co) return ok, e[1] end)
try("co wrap", function() local f = coroutine.wrap(function(...) local n = select("#", ...) while true do n = coroutine.yield(n) end end) return f(1, 2, 3), f("a"), f(nil) end)
try("co wrap dead", function() local f = coroutine.wrap(function() end) f() local ok, m = pcall(f) return ok, (m:gsub("^.-:%d+: ", "")) end)
try("co yield outside", function() local ok, m = pcall(coroutine.yield, 1) return ok, m end)
try("co isyieldable", function() return coroutine.isyieldable(), coroutine.wrap(function() return coroutine.isyieldable() end)() end)
try("co running", function() local _, main = coroutine.running() return main, coroutine.wrap(function() return select(2, coroutine.running()) end)() end)
try("co yield over pcall", function() local f = coroutine.wrap(function() local ok, v = pcall(function() local x = coroutine.yield(1) error("e" .. x, 0) end) coroutine.yield(tostring(ok) .. v) return "end" end) return f(), f("z"), f() end)
try("co yield over xpcall", function() local f = coroutine.wrap(function() return xpcall(function() coroutine.yield(1) error("e", 0) end, function(m) return m .. "!" end) end) return f(), f() end)
try("co status", function() local co co = coroutine.create(function() return coroutine.status(co) end) return coroutine.status(co), select(2, coroutine.resume(co)) end)
try("co self resume", function() return coroutine.wrap(function() return coroutine.resume((coroutine.running())) end)() end)
try("co bad", coroutine.create, 1) try("co bad resume", coroutine.resume, 1) try("co bad wrap", coroutine.wrap)
try("co yield in metamethod", function() local t = setmetatable({}, { __index = function(_, k) return coroutine.yield(k) end }) local f = coroutine.wrap(function() return t.x .. t.y end) return f(), f("1"), f("2") end)
try("co yield in sort", function() local f = coroutine.wrap(function() table.sort({ 1, 2 }, function() coroutine.yield() end) end) local ok, m = pcall(f) return ok, m end)
try("co yield in gsub", function() local f = coroutine.wrap(function() return ("x"):gsub("x", function() coroutine.yield() end) end) local ok, m = pcall(f) return ok, m end)
try("math", function() return math.floor(-1.5), math.ceil(1.2), math.abs(-3), math.max(1, 5, 3), math.min(2, 1), math.fmod(7, 3), math.fmod(-7, 3), math.tointeger(3.0), math.type(1), math.type(1.0), math.type("1"), math.ult(1, -1), math.pi, math.huge, math.sqrt(16), math.modf(3.7) end)
