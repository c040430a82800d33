-- The `env` library: variables of the environment that a plugin asks for and a workspace grants.
local sandbox = ...
local host = sandbox.host

local env = {}

--- The value of a variable; nil where it is not set. One that `plugin.yml` does not request, or the
--- workspace does not grant, is an error.
---@param name string `BUILD_URL`
---@return string?
function env.get(name) return host.given("$", name, "env.get") end

--- May a variable of this name be read, be it set or not?
---@param name string
---@return boolean
function env.can_get(name) return host.given("^", name, "env.can_get") end

return env
