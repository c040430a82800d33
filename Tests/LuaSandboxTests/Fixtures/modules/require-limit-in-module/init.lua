pcall(require, "loop")
return "went on"
