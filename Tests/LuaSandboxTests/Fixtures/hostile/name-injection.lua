-- expect: contained
print(tostring(setmetatable({}, { __name = "\27[31m\n::error::" })))
