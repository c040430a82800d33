--! fuel=1000000
return function()
  repeat pcall(string.gsub, ("x"):rep(1000), ".-.-.-y", "") until false
end
