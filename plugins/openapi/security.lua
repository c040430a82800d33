-- What a text says of who may call.
local security = {}

local SCHEMES = {
  { "oauth", "oauth2", { type = "oauth2", flows = {} } },
  { "basic", "basic", { type = "http", scheme = "basic" } },
  { "mtls", "mutualTLS", { type = "mutualTLS" } },
  { "mutual tls", "mutualTLS", { type = "mutualTLS" } },
  { "jwt", "bearer", { type = "http", scheme = "bearer" } },
  { "bearer", "bearer", { type = "http", scheme = "bearer" } },
  { "token", "bearer", { type = "http", scheme = "bearer" } },
  { "api key", "apiKey", { type = "apiKey", ["in"] = "header", name = "X-API-Key" } },
}

local NOBODY = { "none", "no", "public", "anonymous", "not required", "unauthenticated" }

local function scheme(said)
  local header = said:match "%f[%w][Xx]%-[%w-]+"
  if header then
    return "apiKey", { type = "apiKey", ["in"] = "header", name = header }
  end
  for _, known in ipairs(SCHEMES) do
    if text.contains(said, known[1]) then return known[2], known[3] end
  end
  -- The spec does not say how.
  return "unspecified", { type = "http", scheme = "unspecified" }
end

--- What an operation requires, for its `security`, and the scheme that it names, with its name; nil where
--- the spec says nothing.
function security.of(said)
  if not said then return nil end
  if text.find_any(said, NOBODY) then return json.empty_list end
  local name, known = scheme(said)
  local wanted = { { [name] = json.empty_list } }
  if text.contains(said, "optional") then table.insert(wanted, 1, {}) end
  return wanted, name, known
end

return security
