--! memory=1000000
return function()
  local head
  while true do
    head = { next = head }
  end
end
