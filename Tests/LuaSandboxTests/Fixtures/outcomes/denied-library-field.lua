return function() string.trim = function(s) return s end end
