return require "rulse"
