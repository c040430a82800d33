-- SQL, as far as a CREATE TABLE statement goes: words, quotes, brackets and commas.
local sql = {}

-- Reads a text into tokens, of which each has a text, a line, and a kind: word, string or mark. A second
-- value says what is wrong with it and where.
local function tokens(source)
  local list, at, line = { texts = {}, lines = {}, kinds = {} }, 1, 1
  local texts, lines, kinds = list.texts, list.lines, list.kinds
  local function put(kind, found)
    local index = #texts + 1
    texts[index], lines[index], kinds[index] = found, line, kind
  end
  local function add(kind, pattern)
    local found = source:match(pattern, at)
    if not found then return false end
    if kind then put(kind, found) end
    at = at + #found
    line = line + select(2, found:gsub("\n", ""))
    return true
  end
  while at <= #source do
    -- Most are words, with a space behind them.
    local word, behind = source:match("^([%w_.$\128-\255]+)[ \t]*()", at)
    local mark = not word and source:match("^[(),;]", at)
    if word then
      put("word", word)
      at = behind
    elseif mark then
      put("mark", mark)
      at = at + 1
    else
      local known = add(nil, "^%s+") or add(nil, "^%-%-[^\n]*") or add(nil, "^/%*.-%*/")
        or add("string", "^'[^']*'") or add("word", '^"[^"\n]*"') or add("word", "^`[^`\n]*`")
        or add("word", "^%[[^%]\n]*%]") or add("mark", "^[^'\"`]")
      if not known then return list, { line = line, what = "a quote is opened and not closed" } end
    end
  end
  return list
end

local function says(word, what) return word ~= nil and #word == #what and word:upper() == what end

-- Words that a new entry of a table may begin with beside the name of a column.
local CLAUSES = { PRIMARY = true, FOREIGN = true, UNIQUE = true, CONSTRAINT = true, CHECK = true,
  INDEX = true, KEY = true, EXCLUDE = true, FULLTEXT = true, SPATIAL = true, LIKE = true }

-- Words that go on with an entry, and never begin one.
local GOES_ON = { NOT = true, NULL = true, DEFAULT = true, REFERENCES = true, ON = true,
  COLLATE = true, GENERATED = true, AS = true, COMMENT = true, AUTO_INCREMENT = true, AND = true,
  OR = true, IN = true, BETWEEN = true, IS = true, WITH = true, WITHOUT = true, STORED = true,
  VIRTUAL = true, DEFERRABLE = true, INITIALLY = true, CASCADE = true, SET = true, ALWAYS = true,
  IDENTITY = true, UNSIGNED = true, CHARACTER = true, VARYING = true, PRECISION = true, TIME = true,
  ZONE = true, WHERE = true, MATCH = true, NO = true, ACTION = true, RESTRICT = true, BY = true,
  USING = true, LIKE = true, THEN = true, ELSE = true, END = true, WHEN = true, CASE = true }

local TYPES = { "INT", "INTEGER", "BIGINT", "SMALLINT", "TINYINT", "SERIAL", "BIGSERIAL", "UUID", "TEXT",
  "VARCHAR", "CHAR", "BOOLEAN", "BOOL", "TIMESTAMP", "TIMESTAMPTZ", "DATE", "DATETIME", "JSON", "JSONB",
  "DECIMAL", "NUMERIC", "REAL", "FLOAT", "DOUBLE", "BYTEA", "BLOB" }
for _, name in ipairs(TYPES) do TYPES[name] = true end

-- Does a column begin here, on a line of its own: a name that is no keyword, and a type?
local function begins_column(list, index)
  local lines = list.lines
  if list.kinds[index] ~= "word" or lines[index] == lines[index - 1] then return false end
  local name, after = list.texts[index]:upper(), list.texts[index + 1]
  if GOES_ON[name] or CLAUSES[name] or TYPES[name] then return false end
  return after ~= nil and lines[index + 1] == lines[index] and TYPES[after:upper()] ~= nil
end

-- What is wrong between the brackets of a table that open at an index, and the index behind them.
local function problem_of_body(list, open)
  local depth, texts, lines, kinds = 0, list.texts, list.lines, list.kinds
  for index = open, #texts do
    local token, before = texts[index], texts[index - 1]
    local is_mark = kinds[index] == "mark"
    if token == "(" and is_mark then
      depth = depth + 1
    elseif token == ")" and is_mark then
      if before == "," and kinds[index - 1] == "mark" then
        return lines[index - 1], "a comma stands in front of the closing bracket"
      end
      depth = depth - 1
      if depth == 0 then return nil, nil, index + 1 end
    elseif token == "," and before == "," then
      return lines[index], "two commas follow each other"
    elseif token == ";" and is_mark then
      break
    elseif depth == 1 and before ~= "," and index > open + 1 and begins_column(list, index) then
      return lines[index - 1], string.format('a comma is missing in front of the column "%s"', token)
    end
  end
  return lines[open], "a bracket is opened and not closed"
end

--- The line, counted from 1, and what is wrong there; nothing where nothing is.
function sql.problem(source)
  local list, wrong = tokens(source)
  local texts, kinds = list.texts, list.kinds
  local index, has_table = 1, false
  while index <= #texts do
    local next = index + 1
    if says(texts[index], "CREATE") then
      while kinds[next] == "word" and not says(texts[next], "TABLE") and next < index + 4 do
        next = next + 1
      end
      if says(texts[next], "TABLE") then
        has_table = true
        while kinds[next] == "word" and not says(texts[next], "AS") do next = next + 1 end
        if texts[next] == "(" then
          local line, what, behind = problem_of_body(list, next)
          if line then return line, what end
          next = behind
        end
      end
      index = math.max(next, index + 1)
    else
      index = next
    end
  end
  if wrong and has_table then return wrong.line, wrong.what end
end

return sql
