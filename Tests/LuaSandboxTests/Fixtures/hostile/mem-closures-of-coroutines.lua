-- expect: killed-by-limit
local list
repeat list = coroutine.wrap(function(before) coroutine.yield(before) end) list(list) until false
