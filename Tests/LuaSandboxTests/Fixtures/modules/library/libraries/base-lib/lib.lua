return pcall(require, "more") and "base" or "wrong"
