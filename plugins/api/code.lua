-- Code in a spec that somebody will copy.
local code = {}

-- What stands between the fences of a block that is in one of some languages, with the marks of quotes
-- and lists in front of its lines.
local function fenced(block, languages)
  local language = block.text:match "^[`~]+[^%S\r\n]*([%w_+-]*)"
  if not language or not languages[text.lower(language)] then return nil end
  local head, last = block.text:gsub("\r\n?", "\n"):match "^(.*)\n([^\n]*)$"
  if not last or not last:find "^[%s>]*[`~][`~][`~]+%s*$" then return nil end
  return head:match "\n(.*)" or ""
end

-- What stands for something that was left out.
local OMISSIONS = { "...", "…", "<", "{{", "//", "/*", "#" }

local function leaves_out(source)
  for _, mark in ipairs(OMISSIONS) do
    if source:find(mark, 1, true) then return true end
  end
  return false
end

local JSON = { json = true }

code.json_parses = {
  summary = "JSON in a spec is JSON",
  severity = "error",
  preset = "recommended",
  each = "code",
  matching = { "^[`~]+%s*[jJ][sS][oO][nN]%f[^%w]" },
  why = "Examples are copied into tests and clients, and what does not parse is copied, too.",
  fix = 'Correct it; write "..." where something is left out, or call the block jsonc or text.',
  run = function(block, report)
    local source = fenced(block, JSON)
    -- Marks of a quote stand in front of each line; a part of an object is no mistake.
    if not source or source:find "^%s*>" or not source:find "^%s*[{%[]" or leaves_out(source) then return end
    local parsed, problem = pcall(json.decode, source)
    if parsed then return end
    local said = tostring(problem)
    local line, column, what = said:match "line (%d+), column (%d+): (.*)$"
    if not line then line, what = 1, said:gsub("^.-json%.decode: ", "") end
    -- Several values in one block, one after the other, are an excerpt of a log.
    if what:find "end of the text" and column == "1" then return end
    report(block:at(math.tointeger(line) + 1), "this is no JSON: %s", what)
  end,
}

local DIALECTS = { sql = true, postgres = true, postgresql = true, mysql = true, sqlite = true,
  plpgsql = true, ddl = true }

code.sql_parses = {
  summary = "CREATE TABLE statements in a spec are whole",
  severity = "error",
  preset = "recommended",
  each = "code",
  matching = { "[Tt][Aa][Bb][Ll][Ee]" },
  why = "A schema is copied into a migration, and a missing comma with it.",
  fix = 'Correct it; write "..." where columns are left out.',
  run = function(block, report)
    local source = fenced(block, DIALECTS)
    if not source or source:find "^[^%S\n]*>" then return end
    if source:find("...", 1, true) or source:find("…", 1, true) or source:find("{{", 1, true) then
      return
    end
    -- Loaded where there is some: most specs have none.
    local line, what = require("sql").problem(source)
    if line then report(block:at(line + 1), "%s", what) end
  end,
}

return code
