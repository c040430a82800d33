local text = ("long text "):rep(5000)
local wide = {}
for i = 1, 20000 do wide[i] = 65 end
local directives = ("%99d"):rep(2000)

return {
  ["string.byte"] = function() return text:byte(1, -1) end,
  ["string.char"] = function() return string.char(table.unpack(wide)) end,
  ["string.find"] = function(i)
    return text:find("b" .. ("t"):rep(200), 1, true), text:find("(.-)(.-)x" .. i)
  end,
  ["string.format"] = {
    work = function(i)
      return ("%99.99f %q %s %a"):format(1e308 - i, text, text, 0.1),
        directives:format(table.unpack(wide, 1, 2000))
    end,
    nest = function(again) return ("%s"):format(setmetatable({}, { __tostring = again })) end,
  },
  ["string.gmatch"] = {
    work = function(i)
      for _ in text:gmatch("%w") do end
      return (text .. i):gmatch("(.-)%s")
    end,
    nest = function(again) for _ in text:gmatch("%w+") do return again() end end,
  },
  ["string.gsub"] = {
    work = function() return text:gsub("%w", "%0%0%0"), text:gsub(".", { l = "L" }) end,
    nest = function(again) return text:gsub("%w+", again, 1) end,
  },
  ["string.len"] = function(i) return string.len(text .. i) end,
  ["string.lower"] = function() return text:lower() end,
  ["string.match"] = function(i) return text:match(".*"), text:match("^(.-)%1x" .. i) end,
  ["string.pack"] = function() return string.pack("c60000 z s", "", text, text) end,
  ["string.packsize"] = function() return string.packsize(("!16bXi16"):rep(5000)) end,
  ["string.rep"] = function(i) return text:rep(3 + i % 2, ","), (""):rep(1 << 40) end,
  ["string.reverse"] = function() return text:reverse() end,
  ["string.sub"] = function(i) return text:sub(2 + i % 9), text:sub(("0"):rep(50000) .. 3) end,
  ["string.unpack"] = function()
    pcall(string.unpack, "z", text)
    return string.unpack(("b"):rep(20000), text)
  end,
  ["string.upper"] = function() return text:upper() end,
  ["utf8.char"] = function() return utf8.char(table.unpack(wide)) end,
  ["utf8.codepoint"] = function() return utf8.codepoint(text, 1, 20000) end,
  ["utf8.codes"] = function()
    for _ in utf8.codes(text) do end
    pcall(function() for _ in utf8.codes(("\x80"):rep(50000)) do end end)
    return utf8.codes(text)
  end,
  ["utf8.len"] = function(i) return utf8.len(text .. i), utf8.len(("ä"):rep(30000), 3) end,
  ["utf8.offset"] = function()
    return utf8.offset(("\x80"):rep(60000), 0, 60000), utf8.offset(text, -40000)
  end,
}
