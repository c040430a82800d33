return { check = {} }
