tries = (tries or 0) + 1
if tries == 1 then error("first time") end
return tries
