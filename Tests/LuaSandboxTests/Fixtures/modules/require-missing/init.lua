return function() return require "scorin" end
