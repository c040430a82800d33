-- expect: contained
local function h(m) return (select(2, xpcall(error, h, m))) end
h("x")
