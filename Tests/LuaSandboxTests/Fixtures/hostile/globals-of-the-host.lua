-- expect: denied
if sandbox or _ENV.sandbox then error("HOSTILE-SUCCEEDED") end
local plain = getmetatable(_G)
if plain then error("HOSTILE-SUCCEEDED") end
_G.pairs, _G.error, _G.string, _G.pcall = nil, nil, nil, nil
return function(doc) report(doc.items[1], "still works") end
