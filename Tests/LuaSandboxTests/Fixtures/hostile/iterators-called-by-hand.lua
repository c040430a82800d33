-- expect: contained
local steps = {
  (pairs({ a = 1, b = 2 })), (pairs({ 1, 2 })), ipairs({}), ("x"):gmatch("."), (utf8.codes("x")),
  coroutine.wrap(function() end), next, (ipairs({ 1 })),
}
local junk = { nil, 1, "x", {}, print, coroutine.create(print), true, 0 / 0, -1, 1 << 62, setmetatable({}, {}) }
for _, step in ipairs(steps) do
  for i = 1, 11 do
    for k = 1, 11 do
      pcall(step, junk[i], junk[k])
      pcall(step)
    end
  end
end
