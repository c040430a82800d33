local last
return {
  checks = {
    ["a-field"] = {
      summary = "s", severity = "info", each = "risk",
      run = function(risk, report)
        report {
          at = risk:at "impact", message = "m",
          fix = function(edit)
            edit:set(risk.spec, "status", "in-review")
            edit:set(risk, "impact", "low")
            edit:set(risk, "owner", "A | B")
          end,
        }
      end,
    },
    ["later-words"] = {
      summary = "s", severity = "info", each = "paragraph",
      run = function(block, report)
        local from, to = block.text:find "%f[%w]the the%f[%W]"
        if not from then return end
        local place = block:at(block.text:sub(from, to), from)
        report { at = place, message = "m", fix = function(edit) edit:replace(place, "the") end }
      end,
    },
    ["beyond-the-block"] = {
      summary = "s", severity = "info", each = "paragraph",
      run = function(block, report)
        report(block:at("the", 1000000), "none there")
        report(block:at("the", math.mininteger), "none there")
        report(block:at("the", 1.5), "no number")
      end,
    },
    ["no-change"] = {
      summary = "s", severity = "info", each = "risk",
      run = function(risk, report)
        report { at = risk, message = "m", fix = function(edit) edit:set(risk, "impact", "high") end }
      end,
    },
    ["one-place-twice"] = {
      summary = "s", severity = "info", each = "risk",
      run = function(risk, report)
        report {
          at = risk, message = "m",
          fix = function(edit)
            edit:set(risk, "impact", "low")
            edit:set(risk, "impact", "medium")
          end,
        }
      end,
    },
    ["an-unsafe-one"] = {
      summary = "s", severity = "info", each = "risk",
      run = function(risk, report)
        report {
          at = risk, message = "m", unsafe_fix = function(edit) edit:set(risk, "impact", "low") end,
        }
      end,
    },
    ["both"] = {
      summary = "s", severity = "info", each = "risk",
      run = function(risk, report)
        local function fix(edit) edit:set(risk, "impact", "low") end
        report { at = risk, message = "m", fix = fix, unsafe_fix = fix }
      end,
    },
    ["no-unsafe-function"] = {
      summary = "s", severity = "info", each = "risk",
      run = function(risk, report)
        report { at = risk, message = "m", unsafe_fix = "low" }
      end,
    },
    ["no-such-field"] = {
      summary = "s", severity = "info", each = "risk",
      run = function(risk, report)
        report {
          at = risk, message = "m", fix = function(edit) edit:set(risk, "mitigation", "none") end,
        }
      end,
    },
    ["no-function"] = {
      summary = "s", severity = "info", each = "spec",
      run = function(spec, report) report { at = spec, message = "m", fix = "low" } end,
    },
    ["raises"] = {
      summary = "s", severity = "info", each = "spec",
      run = function(spec, report)
        report { at = spec, message = "m", fix = function(edit) error "not today" end }
      end,
    },
    ["afterwards"] = {
      summary = "s", severity = "info", each = "spec",
      run = function(spec, report)
        report { at = spec, message = "m", fix = function(edit) last = edit end }
        last:set(spec, "status", "approved")
      end,
    },
    ["many"] = {
      summary = "s", severity = "info", each = "spec",
      run = function(spec, report)
        report {
          at = spec, message = "m",
          fix = function(edit)
            local text = string.rep("x", 100000)
            for _ = 1, 1000 do edit:replace(spec:at "status", text) end
          end,
        }
      end,
    },
  },
}
