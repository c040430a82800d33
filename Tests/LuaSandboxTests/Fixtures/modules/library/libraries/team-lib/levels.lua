return "the levels of the library"
