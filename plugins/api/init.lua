local code = require "code"
local endpoints = require "endpoints"
local tables = require "tables"

return {
  checks = {
    ["column-named-once"] = tables.column_named_once,
    ["endpoint-listed-once"] = endpoints.listed_once,
    ["error-code-listed-once"] = endpoints.error_code_listed_once,
    ["json-parses"] = code.json_parses,
    ["path-parameter-documented"] = endpoints.path_parameter_documented,
    ["sql-parses"] = code.sql_parses,
    ["table-known"] = tables.known,
  },
}
