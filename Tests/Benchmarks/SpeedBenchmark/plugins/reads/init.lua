-- The same loop around nothing, a field of a plain table, and one of the spec that was read before;
-- then each item, with and without its first read.
local turns = 20000
local plain = { title = "plain" }

--- A check of each spec that reports nothing of what it does.
local function check(summary, run)
  return { summary = summary, severity = "info", each = "spec", run = run }
end

local function each_item(summary, run)
  return { summary = summary, severity = "info", each = "requirement", run = run }
end

return {
  checks = {
    nothing = check("loops", function()
      local last
      for _ = 1, turns do last = plain end
      return last and nil
    end),
    plain = check("reads a field of a plain table", function()
      local last
      for _ = 1, turns do last = plain.title end
      return last and nil
    end),
    later = check("reads a field of the spec again", function(spec)
      local last = spec.title
      for _ = 1, turns do last = spec.title end
      return last and nil
    end),
    unread = each_item("reads four fields of a plain table for each item", function()
      local fields = { plain.id, plain.text, plain.priority, plain.acceptance }
      return fields and nil
    end),
    first = each_item("reads four fields of each item once", function(item)
      local fields = { item.id, item.text, item.priority, item.acceptance }
      return fields and nil
    end),
    count = check("counts what `first` reads", function(spec, report)
      report(spec, "reads: %d", 4 * #spec:items "requirement")
    end),
  },
}
