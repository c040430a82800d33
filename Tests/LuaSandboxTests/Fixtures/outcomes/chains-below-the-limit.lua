-- Many accesses in many expressions are no long chain.
local a = { b = { c = 1 } }
local t = {
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
  a.b.c, a["b"]["c"], (a.b).c,
}
local n = 0
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c
n = n + a.b.c a.b.c = a.b.c or a.b.c

return function() return { #t, n } end
