return {
  transforms = {
    number = {
      summary = "gives requirements ids that no other spec has",
      each = "workspace",
      run = function(workspace, edit)
        for _, spec in ipairs(workspace.specs) do
          for _, requirement in ipairs(spec.selected and spec:items "requirement" or {}) do
            if requirement.id == "" then
              edit:set(requirement, "id", workspace:next_id "FR")
            end
          end
        end
      end,
    },
    louder = {
      summary = "shouts in all specs",
      each = "workspace",
      run = function(workspace, edit)
        for _, requirement in ipairs(workspace:items "requirement") do
          if not requirement.text:find "!$" then
            edit:set(requirement, "text", requirement.text .. "!")
          end
        end
      end,
    },
    lost = {
      summary = "asks for what is not there",
      each = "workspace",
      run = function(workspace, edit)
        print(#workspace.specs .. " specs, today is " .. tostring(date.today()))
        edit:set(workspace.specs[2], "version", "2")
      end,
    },
  },
}
