-- The host of these tests: classes for what the frame brings, one function that runs the plugin.
local sandbox = ...
local plugin

sandbox.class("item", {
  shout = function(item) return item.text:upper() end,
  __get = function(item, key)
    if key == "computed" then return { of = item.text } end
  end,
})

report = function(place, message)
  if sandbox.class_of(place) ~= "item" then
    sandbox.fail("a report is about an item, got a " .. type(place), nil, "shape")
  end
  local chunk, line = sandbox.where()
  print(("%s:%d: %s: %s"):format(chunk, line, place.text, message))
end

-- Asks Swift in the middle of the call.
function look_up(text) return sandbox.ask(#text, text) end

-- What a plugin may not be able to change for the host.
function host_format(...) return ("%s"):format(table.concat({ ... }, " ")) end

function sandbox.exports.define(value) plugin = value end

function sandbox.exports.run(...)
  if type(plugin) ~= "function" then return plugin end
  sandbox.mark("docs/payments.md", 12)
  return plugin(...)
end

function sandbox.exports.protected(...)
  local ok, value = sandbox.protect(plugin, ...)
  return { ok = ok, value = value }
end
