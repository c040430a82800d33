return function()
  local ok = pcall(require, "once")
  return { ok, require "once" }
end
