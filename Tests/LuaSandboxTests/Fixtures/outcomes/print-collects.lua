return function()
  print("one", 2, nil, true, {})
  print()
  print("tab\there", "esc\27[0m")
end
