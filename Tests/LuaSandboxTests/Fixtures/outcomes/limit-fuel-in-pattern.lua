--! fuel=1000000
return function()
  return ("a"):rep(500):find(".-.-.-b")
end
