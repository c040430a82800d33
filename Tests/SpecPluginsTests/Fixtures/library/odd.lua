-- Values that nobody passes on purpose. A list, so that nil may be one of them.
local itself = {}
itself[1], itself.itself = itself, itself
local computed = setmetatable({}, {
  __index = function(_, key) return key end,
  __len = function() return 3 end,
  __tostring = function() return "computed" end,
})
local lying = setmetatable({}, { __len = function() return 1 << 50 end })

return {
  { name = "nil", value = nil },
  { name = "a boolean", value = true },
  { name = "0", value = 0 },
  { name = "the least integer", value = math.mininteger },
  { name = "infinity", value = 1 / 0 },
  { name = "no number", value = 0 / 0 },
  { name = "half", value = 0.5 },
  { name = "an empty string", value = "" },
  { name = "a date", value = "2026-01-31" },
  { name = "zeros", value = "\0\0" },
  { name = "bytes", value = "\xFF\xC0" },
  { name = "an empty table", value = {} },
  { name = "a table that holds itself", value = itself },
  { name = "a table of tables", value = { { {} }, { x = print } } },
  { name = "a computed table", value = computed },
  { name = "a table that lies about its length", value = lying },
  { name = "a record", value = { header = { "a", {} }, eol = 1, indent = "x", [1.5] = true } },
  { name = "options", value = { indent = 1 << 40, header = lying, quote = "all" } },
  { name = "a function", value = print },
  { name = "a coroutine", value = coroutine.create(print) },
}
