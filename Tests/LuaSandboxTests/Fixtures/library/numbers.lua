local digits = ("0"):rep(50000) .. "1"
local wide = {}
for i = 1, 20000 do wide[i] = i end

local cases = {
  ["math.fmod"] = function(i) return math.fmod(1e308 - i, 5e-324) end,
  ["math.max"] = function() return math.max(table.unpack(wide)) end,
  ["math.min"] = function() return math.min(table.unpack(wide)) end,
  ["math.random"] = function(i) return math.random(1 + i, 1 << 62) end,
  ["math.randomseed"] = function() return math.randomseed(digits) end,
  ["math.type"] = function(i) return math.type(i), math.type(digits) end,
  ["math.ult"] = function(i) return math.ult(i, digits) end,
}
for _, name in ipairs {
  "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "log", "modf", "rad", "sin", "sqrt",
  "tan", "tointeger",
} do
  cases["math." .. name] = function() return math[name](digits) end
end
return cases
