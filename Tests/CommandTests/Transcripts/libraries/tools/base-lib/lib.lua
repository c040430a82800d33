return { quoted = function(s) return '"' .. s .. '"' end }
