-- expect: error
local a <const>, b <const> = nil, nil
local _ENV <const> = nil
x = 1
