return require "levels"
