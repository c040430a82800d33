ran = true
