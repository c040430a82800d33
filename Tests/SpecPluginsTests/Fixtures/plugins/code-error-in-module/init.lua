return require "lib.rules"
