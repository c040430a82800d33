return function() return ("%p"):format({}) end
