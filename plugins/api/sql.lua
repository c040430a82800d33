-- SQL, as far as a CREATE TABLE statement goes: words, quotes, brackets and commas.
local sql = {}

-- Reads a text into tokens `{ kind, text, line }` of the kinds word, string and mark; a second value
-- says what is wrong with it and where.
local function tokens(source)
  local list, at, line = {}, 1, 1
  local function add(kind, pattern)
    local found = source:match("^" .. pattern, at)
    if not found then return false end
    if kind then list[#list + 1] = { kind = kind, text = found, line = line } end
    at = at + #found
    line = line + select(2, found:gsub("\n", ""))
    return true
  end
  while at <= #source do
    local known = add(nil, "%s+") or add(nil, "%-%-[^\n]*") or add(nil, "/%*.-%*/")
      or add("string", "'[^']*'") or add("word", '"[^"\n]*"') or add("word", "`[^`\n]*`")
      or add("word", "%[[^%]\n]*%]") or add("word", "[%w_.$\128-\255]+")
      or add("mark", "[^'\"`]")
    if not known then return list, { line = line, what = "a quote is opened and not closed" } end
  end
  return list
end

local function says(token, word) return token ~= nil and token.text:upper() == word end

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
  local token, before, after = list[index], list[index - 1], list[index + 1]
  if token.kind ~= "word" or token.line == before.line then return false end
  local name = token.text:upper()
  if GOES_ON[name] or CLAUSES[name] or TYPES[name] then return false end
  return after ~= nil and after.line == token.line and TYPES[after.text:upper()] ~= nil
end

-- What is wrong between the brackets of a table that open at an index, and the index behind them.
local function problem_of_body(list, open)
  local depth = 0
  for index = open, #list do
    local token, before = list[index], list[index - 1]
    if token.text == "(" and token.kind == "mark" then
      depth = depth + 1
    elseif token.text == ")" and token.kind == "mark" then
      if before.text == "," and before.kind == "mark" then
        return before.line, "a comma stands in front of the closing bracket"
      end
      depth = depth - 1
      if depth == 0 then return nil, nil, index + 1 end
    elseif token.text == "," and before.text == "," then
      return token.line, "two commas follow each other"
    elseif token.text == ";" and token.kind == "mark" then
      break
    elseif depth == 1 and before.text ~= "," and index > open + 1 and begins_column(list, index) then
      return before.line, string.format('a comma is missing in front of the column "%s"', token.text)
    end
  end
  return list[open].line, "a bracket is opened and not closed"
end

--- The line, counted from 1, and what is wrong there; nothing where nothing is.
function sql.problem(source)
  local list, wrong = tokens(source)
  local index, has_table = 1, false
  while index <= #list do
    if says(list[index], "CREATE") then
      local next = index + 1
      while list[next] and list[next].kind == "word" and not says(list[next], "TABLE")
        and next < index + 4 do
        next = next + 1
      end
      if says(list[next], "TABLE") then
        has_table = true
        while list[next] and list[next].kind == "word" and not says(list[next], "AS") do
          next = next + 1
        end
        if list[next] and list[next].text == "(" then
          local line, what, behind = problem_of_body(list, next)
          if line then return line, what end
          next = behind
        end
      end
      index = math.max(next, index + 1)
    else
      index = index + 1
    end
  end
  if wrong and has_table then return wrong.line, wrong.what end
end

return sql
