--! result=1000
return function() return ("x"):rep(2000) end
