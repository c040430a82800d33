local function load_table()
  error("no table here")
end
load_table()
