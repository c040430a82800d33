--! call=protected fuel=20000
return function() while true do end end
