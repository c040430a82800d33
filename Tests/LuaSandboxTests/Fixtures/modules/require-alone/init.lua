return require "anything"
