-- find, match, gmatch, gsub: one line a pattern, with a sum over all its results.
local verbose = false -- prints each result, to find the one that differs

-- Patterns that people write, and each corner of the grammar; every one against every subject.
local patterns = { "", "a", "abc", ".", ".*", ".-", ".+", "a*", "a+", "a-", "a?", "^a", "a$", "^a$", "^$", "$", "^",
  "a-b", "a-$", "(a)", "(a)(b)", "((a)(b))", "()", "()a()", "(a*(.)%w(%s*))", "%a", "%A", "%d+", "%D+", "%s", "%S+",
  "%w+", "%W", "%p", "%P+", "%u", "%l+", "%c", "%x+", "%g+", "%z", "[abc]", "[^abc]", "[a-c]+", "[]]", "[^]]", "[]a]+",
  "[a-]", "[-a]", "[^-a]", "[%a-z]", "[%]]", "[a-%%]", "[%w_]+", "[^%s,]+", "[%s%d]", "[\0-\31]", "[\128-\255]+",
  "%b()", "%b[]", "%bxx", "%b", "%b(", "%f[%w]%w+", "%f[%W]", "%f[a]", "%f[^\0]", "%f[\0]", "%f", "%fa", "%1", "(a)%1",
  "(.)(.)%2%1", "%0", "(a%1)", "()%1", "[a", "[", "[]", "[^", "[^]", "[a-", "[%", "%", "a%", "(", ")", "(a", "a)",
  "(()", "%(", "%)", "%.", "%%", "%-", "x*", "-", "*", "+", "?", "a**", "a+*", "^*", "^-", "a$b", "$a", "%$", "a^", "%^",
  "(a$)", "^(a)", "FR%-%d+", "^%s*(.-)%s*$", "^#+%s+(.*)$", "%[([^%]]*)%]%(([^%)]*)%)", "|%s*([^|]-)%s*|",
  "^(%d%d%d%d)%-(%d%d)%-(%d%d)$", "(%w+)%s*=%s*(%w+)", "<(%w+)>(.-)</%1>", "%s+$", "^[-*+]%s+%[([ xX])%]%s+(.*)$",
  "[%z]", "%Z+", ("(a)"):rep(33), ("a?"):rep(30) .. "a", ("a*"):rep(6) .. "b", "\0", "a\0b", "[\0]" }
local subjects = { "", "a", "b", "ab", "abc", "aab", "aaab", "aaa", "a b c", "(a(b)c)", "[x] (y)", "xaxbx", "x = 1, y=22",
  "FR-12 and NFR-3", "  trimmed  ", "## A heading", "| cell one | two |", "2026-11-21", "<b>bold</b> <i>x</i>",
  "- [x] done", "a.b-c%d^e$f", "tab\tnew\nline", "a\0b\0", "h\195\169llo w\195\182rld", "\255\254", "-", "^", "$", "%",
  "]", "aabbaabb", "The system MUST respond within 200 ms.", "A1_b2", "see [link](http://x.y/z?q=1)" }
local sum = 0
local write = print
local function print(...)
  local line = table.concat({ ... }, "\t")
  for i = 1, #line do sum = (sum * 31 + line:byte(i)) % 281474976710656 end
  if verbose then write(line) end
end
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

for p = 1, #patterns do
  local pattern = patterns[p]
  sum = 0
  for s = 1, #subjects do
    local subject = subjects[s]
    local name = p .. "/" .. s
    try(name .. " find", string.find, subject, pattern)
    try(name .. " find-2", string.find, subject, pattern, -2)
    try(name .. " match3", string.match, subject, pattern, 3)
    try(name .. " gsub", string.gsub, subject, pattern, "<%0>")
    try(name .. " gmatch", function()
      local all = {}
      for a, b in string.gmatch(subject, pattern) do
        all[#all + 1] = show(a, b)
        if #all == 20 then break end
      end
      return table.concat(all, ";")
    end)
  end
  write(("%3d %012x %q"):format(p, sum, pattern))
end
