return function() return { rows = { 1, nil, 3 } } end
