return function(doc)
  report(doc.items[1], "a real one")
  report({ text = "forged" }, "made here")
end
