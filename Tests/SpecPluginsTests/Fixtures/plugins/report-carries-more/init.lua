return {
  checks = {
    more = {
      summary = "s", severity = "info", each = "link",
      run = function(link, report)
        report {
          at = link, message = "100 % " .. link.style .. " " .. link.target,
          related = { { at = link.section, message = "here" }, { at = link.spec, message = "in" } },
          help = "https://example.org/more",
        }
      end,
    },
    words = {
      summary = "s", severity = "info", each = "paragraph", preset = "strict",
      run = function(block, report) report(block:at "shop", "words") report(block:at "?", "none")
        report(block:at(1), "line") report(block:at(math.maxinteger), "no line") end,
    },
    links = {
      summary = "s", severity = "info", each = "spec",
      run = function(spec, report)
        report(spec, "%s %d %s", json.encode(spec.anchors), #spec.links, tostring(date.today()))
      end,
    },
    ["wrong-key"] = {
      summary = "s", severity = "info", each = "spec",
      run = function(spec, report) report { at = spec, massage = "m" } end,
    },
    ["wrong-place"] = {
      summary = "s", severity = "info", each = "spec",
      run = function(spec, report) report { at = "there", message = "m" } end,
    },
    ["wrong-related"] = {
      summary = "s", severity = "info", each = "spec",
      run = function(spec, report) report { at = spec, message = "m", related = { spec } } end,
    },
    ["wrong-help"] = {
      summary = "s", severity = "info", each = "spec",
      run = function(spec, report) report { at = spec, message = "m", help = "javascript:1" } end,
    },
    ["no-message"] = {
      summary = "s", severity = "info", each = "spec",
      run = function(spec, report) report { at = spec } end,
    },
  },
}
