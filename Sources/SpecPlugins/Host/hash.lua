-- The `hash` library: names of texts.
local sandbox = ...
local host = sandbox.host

local hash = {}

--- SHA-256 as 64 hexadecimal digits.
---@param s string
---@return string
function hash.sha256(s)
  host.want(s, "string", "hash.sha256")
  return sandbox.ask(0, "%" .. s)
end

--- The UUID of a name in a namespace (version 5): the same for the same two. A namespace that is no
--- UUID is the name of one among addresses.
---@param namespace string
---@param s string
---@return string
function hash.uuid(namespace, s)
  host.want(namespace, "string", "hash.uuid")
  host.want(s, "string", "hash.uuid")
  return sandbox.ask(#namespace, "@" .. namespace .. s)
end

return hash
