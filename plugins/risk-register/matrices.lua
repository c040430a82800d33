-- How likelihood and impact make a rating, as data.
--
-- `steps` numbers the levels. `bands` rates the product of both numbers: the first band whose
-- `upto` is not below it. `rows` names the rating itself, likelihood down, impact across, for
-- matrices that are no product.

local three = { ["very-low"] = 1, low = 1, medium = 2, high = 3, ["very-high"] = 3, critical = 3 }
local five = { ["very-low"] = 1, low = 2, medium = 3, high = 4, ["very-high"] = 5, critical = 5 }

local matrices = {
  ["3x3"] = {
    size = 3,
    steps = three,
    bands = {
      { upto = 2, name = "Low" }, { upto = 4, name = "Medium" }, { upto = 9, name = "High" },
    },
  },
  ["5x5"] = {
    size = 5,
    steps = five,
    bands = {
      { upto = 4, name = "Low" }, { upto = 9, name = "Medium" }, { upto = 16, name = "High" },
      { upto = 25, name = "Critical" },
    },
  },
  -- OWASP Risk Rating Methodology.
  ["owasp-3x3"] = {
    size = 3,
    steps = three,
    rows = {
      { "Note", "Low", "Medium" },
      { "Low", "Medium", "High" },
      { "Medium", "High", "Critical" },
    },
  },
  -- NIST SP 800-30 rev. 1, table I-2.
  ["nist-800-30"] = {
    size = 5,
    steps = five,
    rows = {
      { "Very low", "Very low", "Very low", "Low", "Low" },
      { "Very low", "Low", "Low", "Low", "Medium" },
      { "Very low", "Low", "Medium", "Medium", "High" },
      { "Very low", "Low", "Medium", "High", "Very high" },
      { "Very low", "Low", "Medium", "High", "Very high" },
    },
  },
}

return matrices
