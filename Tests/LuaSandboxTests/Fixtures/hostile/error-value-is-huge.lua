-- expect: error
error(("x"):rep(8 << 20), 0)
