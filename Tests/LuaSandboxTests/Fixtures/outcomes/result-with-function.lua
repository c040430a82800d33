return function()
  return { findings = { { place = print } } }
end
