--! source=100
return function() return "this text is more than one hundred bytes long, which the limit above does not allow" end
