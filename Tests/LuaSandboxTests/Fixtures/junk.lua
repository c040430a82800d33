-- Calls one function of the library with every pair and many triples of unfit arguments.
local long = ("x"):rep(1000)
local fail = setmetatable({}, {
  __index = function() error("index") end,
  __len = function() return 1 << 60 end,
  __lt = function() error("compare") end,
  __tostring = function() return 1 end,
})
local junk = {
  0, -1, 1, 1 << 62, math.mininteger, 0 / 0, 1 / 0, "", "x", "%", "[", "(", long, {}, { 3, 1, 2 }, fail, print,
  function() return 1 end, coroutine.create(function() coroutine.yield() end), true, false,
}
local try, count = pcall, #junk

local function names()
  local list = {}
  for name, value in pairs(_G) do
    if type(value) == "function" then list[#list + 1] = name end
    if type(value) == "table" and value ~= _G then
      for key, element in pairs(value) do
        if type(element) == "function" then list[#list + 1] = name .. "." .. key end
      end
    end
  end
  return list
end

return function(name)
  if name == nil then return names() end
  local first, second = name:match("^([%w_]+)%.?(%w*)$")
  local f = second == "" and _G[first] or _G[first][second]
  try(f)
  try(f, nil, nil, nil)
  for a = 1, count do
    try(f, junk[a])
    for b = 1, count do
      try(f, junk[a], junk[b])
      try(f, junk[a], junk[b], junk[(a * 7 + b) % count + 1])
      try(f, "x y", junk[a], junk[b], junk[(a + b * 5) % count + 1])
    end
  end
end
