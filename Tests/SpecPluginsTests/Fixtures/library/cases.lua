-- A case is its work: with a number that differs from call to call, and a table whose fields a plugin
-- computes.
local long = ("Long text, "):rep(5000)
local lines = ("a line\r\n"):rep(5000)
local ids = {}
for i = 1, 2000 do ids[i] = "name-" .. i end
local rows = {}
for i = 1, 1000 do rows[i] = { long:sub(1, 200), i, "=x" } end
local specs = ("# A *heading*\n\n- [ ] a **box** [x](https://example.org)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"):rep(50)
local nested = ""
for i = 0, 40 do nested = nested .. (" "):rep(2 * i) .. "- a\n" end
local deep = "x"
for _ = 1, 60 do deep = { deep, deep = nil } end

return function(o)
  return {
    ["adf.encode"] = function(i, computed)
      pcall(adf.encode, nested .. (">"):rep(500), computed)
      pcall(adf.encode, ("*a"):rep(500), computed)
      return adf.encode(specs .. i, computed or { seed = long .. i, limit = 1000, source = long })
    end,
    ["hash.sha256"] = function(i) return hash.sha256(long .. i), long .. i end,
    ["hash.uuid"] = function(i) return hash.uuid(long .. i, long), long .. i end,
    ["html.encode"] = function(i)
      pcall(html.encode, ("["):rep(5000))
      return html.encode(nested), html.encode(specs .. i)
    end,
    ["html.escape"] = function(i) return html.escape(("\xFF<"):rep(5000) .. i) end,
    ["jira.encode"] = function(i)
      pcall(jira.encode, ("{code}"):rep(500) .. ("> "):rep(200))
      return jira.encode(nested), jira.encode(specs .. i)
    end,
    ["jira.escape"] = function(i)
      return jira.escape(("(x) {*} https://a.b/|c"):rep(500) .. "\n" .. lines .. i)
    end,
    ["markdown.escape"] = function(i) return markdown.escape(("[*]\n"):rep(5000) .. i) end,
    ["markdown.parse"] = function(i)
      pcall(markdown.parse, ("> "):rep(500) .. i)
      pcall(markdown.parse, ("|"):rep(500) .. "\n" .. ("|-"):rep(500) .. "\n" .. ("|\n"):rep(500))
      return markdown.parse(specs .. i), markdown.parse(long)
    end,
    ["markdown.table"] = function(i, computed)
      if computed then return markdown.table(computed, { header = computed, align = computed }) end
      return markdown.table(rows, { header = { "a", "b", i }, align = { "left" } })
    end,
    ["csv.encode"] = function(i, computed)
      if computed then return csv.encode(computed, { header = computed }) end
      return csv.encode(rows), csv.encode({ { long .. i } }, { quote = "all" })
    end,
    ["csv.decode"] = function(i, computed)
      pcall(csv.decode, ('"'):rep(50001) .. i)
      pcall(csv.decode, ("\n"):rep(50000) .. '"')
      return csv.decode(("a,\"b\"\"\",c\r\n"):rep(500) .. i, computed), csv.decode((","):rep(5000))
    end,
    ["csv.write"] = function(i, computed)
      local pieces = {}
      local artifact = { write = function(_, text) pieces[#pieces + 1] = text .. i end }
      csv.write(artifact, computed or rows, { header = computed })
      return pieces
    end,
    ["date.add_days"] = function() return date.add_days("0000-01-31", 3652424) end,
    ["date.compare"] = function() return date.compare((" "):rep(50000) .. "2026-01-31", "x") end,
    ["date.days_between"] = function()
      return date.days_between("2026-01-31", ("9"):rep(50000))
    end,
    ["date.is_valid"] = function() return date.is_valid((" "):rep(50000) .. "2026-01-32") end,
    ["date.parse"] = function()
      date.parse((" "):rep(50000))
      return date.parse("2026-01-31")
    end,
    ["date.today"] = function(i) return date.today(), long .. i end,
    ["env.can_get"] = function(i) return env.can_get("TEAM"), env.can_get(long .. i) end,
    ["env.get"] = function(i)
      pcall(env.get, long .. i)
      return env.get "TEAM", long .. i
    end,
    ["files.can_read"] = function(i)
      return files.can_read("data/teams.csv"), files.can_read(long .. i)
    end,
    ["files.list"] = function(i)
      pcall(files.list, ("*a"):rep(60) .. i)
      return files.list(), files.list "data/*", long .. i
    end,
    ["files.read"] = function(i)
      pcall(files.read, ("a/"):rep(1000) .. i)
      return files.read "data/teams.csv", long .. i
    end,
    ["json.decode"] = function(i)
      pcall(json.decode, ("["):rep(5000))
      pcall(json.decode, ("\n"):rep(50000) .. "x")
      pcall(json.decode, "[" .. ("{},"):rep(200000) .. "1]")
      return json.decode("[" .. ('"\\u00e4",{"a":[[]]},'):rep(500) .. i .. "]")
    end,
    ["json.encode"] = function(i, computed)
      if computed then return json.encode(computed, computed) end
      return json.encode(deep), json.encode(rows, { indent = 9 }), json.encode(long .. i)
    end,
    ["template.render"] = function(i, computed)
      pcall(template.render, long .. i, {})
      pcall(template.render, "endless.mustache", {})
      return template.render("page.mustache", computed or { rows = rows, a = long .. i })
    end,
    ["template.write"] = function(i, computed)
      local pieces = {}
      local artifact = { write = function(_, piece) pieces[#pieces + 1] = piece .. i end }
      template.write(artifact, "page.mustache", computed or { rows = rows, a = long })
      return pieces
    end,
    ["text.collapse"] = function(i) return text.collapse(long .. (" "):rep(50000) .. i) end,
    ["text.contains"] = function() return text.contains(long, "text " .. long), ids[1] .. long end,
    ["text.cut"] = function(i) return text.cut(long .. i, 50000), text.cut(long, 1 << 62) end,
    ["text.distance"] = function() return text.distance(long, long:reverse()) end,
    ["text.ends_with"] = function(i) return text.ends_with(long .. i, long), long .. i end,
    ["text.find_any"] = function(i)
      text.find_any(("fast-"):rep(10000), { "fast" })
      return text.find_any(long .. i, { "Long-", "text", ("t"):rep(i) }), long .. i
    end,
    ["text.is_blank"] = function(i) return text.is_blank((" "):rep(50000 + i)), long .. i end,
    ["text.length"] = function(i) return text.length(long .. i), long .. i end,
    ["text.lines"] = function() return text.lines(lines) end,
    ["text.lower"] = function(i) return text.lower(long .. i) end,
    ["text.nearest"] = function(i, computed) return text.nearest("nam-" .. i, computed or ids) end,
    ["text.plain"] = function(i)
      text.plain(("<a"):rep(500))
      text.plain(("*"):rep(500) .. ("`"):rep(200))
      return text.plain("**" .. long .. "** `*a*` [x](y) &amp; &#99999999; \\*" .. i)
    end,
    ["text.slug"] = function(i) return text.slug(long .. i) end,
    ["text.split"] = function() return text.split(long, " "), text.split(long, "t") end,
    ["text.starts_with"] = function(i) return text.starts_with(long .. i, long), long .. i end,
    ["text.trim"] = function(i) return text.trim((" "):rep(50000) .. "x" .. i .. long) end,
    ["text.words"] = function() return text.words(long) end,
    ["text.wrap"] = function() return text.wrap(long, 1), text.wrap(long, -(1 << 60)) end,

    ["sqlite.encode"] = function(i, computed)
      if computed then return sqlite.encode { { name = "t", columns = computed, rows = computed } } end
      local columns = { { "a" }, { "b", "integer" }, { "c" } }
      pcall(sqlite.encode, { { name = long .. i, columns = columns, rows = rows, primary = "a" } })
      return sqlite.encode { { name = "t" .. i, columns = columns, rows = rows, indexes = { "a", "b" } } }
    end,
    ["sqlite.write"] = function(i)
      local pieces = {}
      local artifact = { write = function(_, piece) pieces[#pieces + 1] = piece .. i end }
      sqlite.write(artifact, { { name = "t", columns = { { "a" }, { "b", "real" }, { "c" } }, rows = rows } })
      return pieces
    end,
    ["xlsx.encode"] = function(i, computed)
      if computed then return xlsx.encode { sheets = { { header = computed, rows = computed } } } end
      local book = { sheets = { { name = long .. i, header = { "a", "b", "c" }, rows = rows } } }
      pcall(xlsx.encode, { sheets = { { header = { "a" }, lists = { a = ids }, fills = { a = ids } } } })
      return xlsx.encode(book), long .. i
    end,
    ["xlsx.write"] = function(i, computed)
      local pieces = {}
      local artifact = { write = function(_, piece) pieces[#pieces + 1] = piece .. i end }
      xlsx.write(artifact, { sheets = computed or { { header = { "a", "b", "c" }, rows = rows } } })
      return pieces
    end,

    ["spec:items"] = function()
      pcall(o.spec.items, o.spec, long)
      return o.spec:items(), o.spec:items "requirement"
    end,
    ["spec:query"] = function(i)
      pcall(o.spec.query, o.spec, ("["):rep(5000))
      return o.spec:query("*[text~'" .. i .. "'], requirement[id=x]")
    end,
    ["spec:section"] = function() return o.spec:section(long), o.spec:section "overview" end,
    ["spec:at"] = function(i) return o.spec:at(long .. i) end,
    ["spec:next_id"] = function(i) return o.spec:next_id(long .. i) end,
    ["spec:markdown"] = function(i) return o.spec:markdown(), o.spec:markdown("author" .. i) end,
    ["spec:says"] = function(i) return o.spec:says("author" .. i), o.spec:says(long) end,
    ["spec:reread"] = function(i) return o.spec:reread("# One\n" .. i), o.spec:reread(lines .. i) end,
    ["section:markdown"] = function(i) return o.section:markdown(), long .. i end,
    ["item:markdown"] = function(i)
      pcall(o.item.markdown, o.item, long)
      return o.item:markdown(), o.item:markdown("text", long .. i), o.item:markdown "text"
    end,
    ["schema:markdown"] = function(i) return o.schema:markdown(), long .. i end,
    ["expected:markdown"] = function(i) return o.expected:markdown(), long .. i end,
    ["field:markdown"] = function(i) return o.field:markdown(), long .. i end,
    ["section:items"] = function() return o.section:items(), o.section:items "risk" end,
    ["section:at"] = function(i) return o.section:at(), long .. i end,
    ["item:at"] = function(i)
      pcall(o.item.at, o.item, long)
      return o.item:at("text", long .. i), o.item:at("text", math.mininteger)
    end,
    ["item:says"] = function(i)
      pcall(o.item.says, o.item, long)
      return o.item:says "text", long .. i
    end,
    ["link:at"] = function(i) return o.link:at("text", long .. i) end,
    ["link:markdown"] = function(i) return o.link:markdown("text", long .. i) end,
    ["placeholder:at"] = function(i) return o.placeholder:at(), long .. i end,
    ["block:at"] = function(i)
      return o.block:at(), o.block:at(math.mininteger), o.block:at(long .. i)
    end,
    ["workspace:file_links"] = function() return o.workspace:file_links() end,
    ["workspace:items"] = function() return o.workspace:items(), o.workspace:items "risk" end,
    ["workspace:query"] = function(i) return o.workspace:query("*[text~'" .. i .. "'], risk") end,
    ["workspace:spec"] = function(i)
      return o.workspace:spec(o.workspace.paths[1]), o.workspace:spec(long .. i)
    end,
    ["workspace:tickets"] = function(i, computed)
      if computed then return o.workspace:tickets(computed) end
      o.workspace:tickets { tracker = long .. i }
      return o.workspace:tickets { labels = { long .. i } }
    end,
    ["spec:id_for"] = function(i) return o.spec:id_for(o.item, long .. i) end,
    ["workspace:id_for"] = function(i)
      return o.workspace:id_for(o.workspace:items()[1], long .. i)
    end,
    ["workspace:next_id"] = function(i) return o.workspace:next_id(long .. i) end,
    ["edit:set"] = function(i) return o.edit:set(o.item, "text", long .. i) end,
    ["edit:check"] = function(i)
      pcall(o.edit.check, o.edit, o.item, long .. i)
      return o.edit:check(o.item, true)
    end,
    ["edit:insert"] = function(i, computed)
      pcall(o.edit.insert, o.edit, "risk", computed or { text = long .. i }, computed)
      return o.edit:insert("risk", computed or { text = long .. i }, { into = o.spec })
    end,
    ["edit:remove"] = function(i)
      pcall(o.edit.remove, o.edit, long .. i)
      return o.edit:remove(o.item)
    end,
    ["edit:move"] = function(i, computed)
      pcall(o.edit.move, o.edit, o.item, computed or { [long .. i] = o.item })
      return o.edit:move(o.item, { after = o.item })
    end,
    ["edit:append"] = function(i)
      pcall(o.edit.append, o.edit, o.spec, long .. i)
      return o.section and o.edit:append(o.section, long .. i)
    end,
    ["edit:wrap"] = function(i)
      pcall(o.edit.wrap, o.edit, o.item, long .. i, long)
      return o.block and o.edit:wrap(o.block, long .. i, long)
    end,
    ["edit:replace"] = function(i) return o.edit:replace(o.spec, long .. i) end,
    ["artifact:write"] = function(i) return o.artifact:write(long .. i) end,
    ["report"] = function(i) return o.report(o.spec, "%s", ("x"):rep(4000) .. i) end,
  }
end
