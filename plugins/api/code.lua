-- Code in a spec that somebody will copy.
local sql = require "sql"

local code = {}

-- The language and the lines of a fenced block, without the marks of quotes and lists in front.
local function fenced(block)
  local lines = text.lines(block.text)
  local language = lines[1]:match "^[`~]+%s*([%w_+-]*)"
  if not language or not lines[#lines]:find "^[%s>]*[`~][`~][`~]+%s*$" then return nil end
  table.remove(lines, 1)
  table.remove(lines)
  return text.lower(language), lines
end

-- What stands for something that was left out.
local OMISSIONS = { "...", "…", "<", "{{", "//", "/*", "#" }

local function leaves_out(source)
  for _, mark in ipairs(OMISSIONS) do
    if source:find(mark, 1, true) then return true end
  end
  return false
end

code.json_parses = {
  summary = "JSON in a spec is JSON",
  severity = "error",
  preset = "recommended",
  each = "code",
  why = "Examples are copied into tests and clients, and what does not parse is copied, too.",
  fix = 'Correct it; write "..." where something is left out, or call the block jsonc or text.',
  run = function(block, report)
    if not block.text:find "^[`~]+%s*[jJ][sS][oO][nN]%f[^%w]" then return end
    local language, lines = fenced(block)
    if language ~= "json" then return end
    local source = table.concat(lines, "\n")
    -- Marks of a quote stand in front of each line; a part of an object is no mistake.
    if source:find "^%s*>" or not source:find "^%s*[{%[]" or leaves_out(source) then return end
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
  why = "A schema is copied into a migration, and a missing comma with it.",
  fix = 'Correct it; write "..." where columns are left out.',
  run = function(block, report)
    if not block.text:find "[Tt][Aa][Bb][Ll][Ee]" then return end
    local language, lines = fenced(block)
    if not language or not DIALECTS[language] or lines[1] and lines[1]:find "^%s*>" then return end
    local source = table.concat(lines, "\n")
    if source:find("...", 1, true) or source:find("…", 1, true) or source:find("{{", 1, true) then
      return
    end
    local line, what = sql.problem(source)
    if line then report(block:at(line + 1), "%s", what) end
  end,
}

return code
