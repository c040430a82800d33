-- One use of patterns many times over; BENCH says which.
local line = "| FR-12 | The system MUST answer a request within 200 ms | High | R. Osei, platform team | open |"
local page = {}
for i = 1, 200 do page[i] = line:gsub("12", tostring(i)) .. "\n" end
local text = table.concat(page)
local padded = ("  "):rep(20) .. "a trimmed text, not long" .. ("  "):rep(20)

local benches = {
  find_anchored = function() for _ = 1, 400000 do line:find("^|%s*FR%-%d+") end end,
  find = function() for _ = 1, 60000 do line:find("%d+%s+ms") end end,
  match_captures = function() for _ = 1, 100000 do line:match("^|%s*(%S+)%s*|%s*(.-)%s*|%s*(%a+)") end end,
  gmatch = function() for _ = 1, 60 do for _ in text:gmatch("%a+") do end end end,
  gsub_text = function() for _ = 1, 200 do text:gsub("FR%-(%d+)", "NFR-%1") end end,
  gsub_function = function() for _ = 1, 200 do text:gsub("%d+", function(d) return d + 1 end) end end,
  trim = function() for _ = 1, 200000 do padded:match("^%s*(.-)%s*$") end end,
  set_scan = function() for _ = 1, 1500 do text:find("[@~^]") end end,
  split_cells = function() for _ = 1, 40000 do for _ in line:gmatch("[^|]+") do end end end,
}
benches[BENCH]()
