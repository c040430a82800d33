-- The `files` library: files that a plugin asks for and a workspace grants.
local sandbox = ...
local host = sandbox.host

local files = {}

--- The bytes of a file below the folder of `perilune.yml`; nil where there is no such file. One that
--- `plugin.yml` does not request, or the workspace does not grant, is an error.
---@param path string `data/teams.csv`
---@return string?
function files.read(path) return host.given("/", path, "files.read") end

--- The paths of the files that may be read and match a pattern, sorted by their bytes; all of them
--- without one.
---@param pattern? string `data/*.csv`, or `data/**` for all below a folder
---@return string[]
function files.list(pattern)
  local names = {}
  if pattern == "" then host.fail("files.list: the pattern is empty") end
  for index, name in ipairs(host.given(":", pattern or "", "files.list")) do names[index] = name end
  return names
end

--- May a file of this path be read, be it there or not?
---@param path string
---@return boolean
function files.can_read(path) return host.given("&", path, "files.can_read") end

return files
