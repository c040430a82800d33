-- expect: error
coroutine.wrap(function() return (("ab"):gsub(".", coroutine.yield)) end)()
