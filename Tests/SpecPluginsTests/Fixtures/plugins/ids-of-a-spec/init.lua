-- The ids that a spec makes known, as they come and as patterns find them.
local function found_in(spec)
  local ids = { items = {}, titles = {} }
  for _, item in ipairs(spec:items()) do
    ids.items[#ids.items + 1] = item.raw.id
    ids.titles[#ids.titles + 1] = (item.title or ""):match "^%W*(%u[%u%d]*%-%d+)%f[^%w]"
  end
  for _, section in ipairs(spec.sections) do
    for id in section.title:gmatch "%f[%w](%u[%u%d]*%-%d+)%f[^%w]" do ids.titles[#ids.titles + 1] = id end
  end
  return ids
end

return {
  checks = {
    tell = {
      summary = "s", severity = "info", each = "spec",
      run = function(spec, report)
        report(spec, "come = %s", json.encode(spec.ids))
        report(spec, "found = %s", json.encode(found_in(spec)))
      end,
    },
  },
}
