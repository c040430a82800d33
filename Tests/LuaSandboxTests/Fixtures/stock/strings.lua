-- The string functions that are not about patterns, tostring, tonumber.
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

for _, s in ipairs { "", "a", "hello", "h\195\169", "\0x\255" } do
  try("upper", string.upper, s) try("lower", string.lower, s) try("reverse", string.reverse, s) try("len", string.len, s)
  try("rep", string.rep, s, 3) try("rep sep", string.rep, s, 3, ",") try("rep 0", string.rep, s, 0) try("rep neg", string.rep, s, -1)
  for _, i in ipairs { -10, -2, -1, 0, 1, 2, 3, 100, math.maxinteger, math.mininteger } do
    try("sub " .. i, string.sub, s, i) try("sub " .. i .. " 2", string.sub, s, i, 2) try("sub 1 " .. i, string.sub, s, 1, i)
    try("byte " .. i, string.byte, s, i) try("byte 1 " .. i, string.byte, s, 1, i)
  end
end
try("char", string.char, 72, 105, 0, 255) try("char none", string.char) try("char bad", string.char, 256) try("char bad", string.char, -1)
try("rep bad", string.rep, "x") try("rep float", string.rep, "x", 2.0) try("rep not int", string.rep, "x", 2.5)
for _, v in ipairs { 0, 1, -1, 42, 1.5, -0.0, 1e100, 2^53, math.maxinteger, "10", "0x10", " 5 ", "1e2", "x", "", "5x" } do
  for _, f in ipairs { "%d", "%5d", "%-5d|", "%05d", "%+d", "%i", "%x", "%X", "%#x", "%o", "%c", "%e", "%E", "%f", "%.2f", "%g", "%G", "%10.3f", "%a", "%s", "%10s", "%-10s|", "%.2s", "%q", "%5.1s|" } do
    try(f .. " " .. tostring(v), string.format, f, v)
  end
  try("tonumber", tonumber, v)
end
try("format %%", string.format, "100%%") try("format many", string.format, "%s %s %s", 1, "two", true)
try("format nil", string.format, "%s %s", nil, false) try("format missing", string.format, "%s %s", 1) try("format missing d", string.format, "%d")
try("format bad", string.format, "%y", 1) try("format end", string.format, "%") try("format long", string.format, "%100d", 1) try("format long", string.format, "%.100f", 1)
try("format q", string.format, "%q", 'a "quoted"\n\r\0line\\') try("format q int", string.format, "%q", math.mininteger) try("format q table", string.format, "%q", {})
try("format tostring", string.format, "%s|%10s", setmetatable({}, { __tostring = function() return "obj" end }), setmetatable({}, { __tostring = function() return "o2" end }))
try("format bad tostring", string.format, "%s", setmetatable({}, { __tostring = function() return 1 end }))
try("format zero", string.format, "%s", "a\0b") try("format zero wide", string.format, "%20s", "a\0b")
try("format long string", string.format, "%s", ("x"):rep(200)) try("format precision", string.format, "%.3s", "abcdef")
try("format extra", string.format, "%d", 1, 2, 3) try("format no string", string.format, {})
for _, b in ipairs { 2, 8, 10, 16, 36 } do for _, s in ipairs { "0", "10", "-11", "zz", "7f", " 1 ", "1.5", "" } do try("tonumber " .. b, tonumber, s, b) end end
try("tonumber base", tonumber, "1", 37) try("tonumber none", tonumber) try("tonumber nil", tonumber, nil) try("tonumber number base", tonumber, 10, 16)
try("tostring", tostring, 1) try("tostring", tostring, 1.0) try("tostring", tostring, -0.0) try("tostring", tostring, 1/0) try("tostring", tostring, nil) try("tostring", tostring, true) try("tostring none", tostring)
try("tostring meta", tostring, setmetatable({}, { __tostring = function() return "mine" end })) try("tostring bad", tostring, setmetatable({}, { __tostring = function() return {} end }))
try("arith", function() return "10" + 5, "3" * "4", 10 .. 20, -"2", "7" // 2, "2" ^ 2 end) try("arith bad", function() return "a" + 1 end)
try("method", function() return ("x"):rep(3), ("abc"):upper():lower():len(), #"abc" end) try("compare", function() return "a" < "b", "a" < "B", "" < "a", "Z" < "a", "a\0b" < "a\0c" end)
try("pack", string.pack, "<i4z", 7, "hi") try("unpack", string.unpack, "<i4z", "\7\0\0\0hi\0") try("packsize", string.packsize, "<i4i8")
