return function() error("bad\27[31m\r\n::error::forged \0 \xe2\x80\xae end", 0) end
