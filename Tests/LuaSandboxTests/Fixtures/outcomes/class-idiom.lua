local Account = {}
Account.__index = Account
function Account.new(balance) return setmetatable({ balance = balance }, Account) end
function Account:deposit(amount) self.balance = self.balance + amount return self end
Account.__tostring = function(self) return "Account " .. self.balance end
Account.__eq = function(a, b) return a.balance == b.balance end
Account.__lt = function(a, b) return a.balance < b.balance end

local Savings = setmetatable({}, { __index = Account })
Savings.__index = Savings

return function()
  local a, b = Account.new(1):deposit(2), Account.new(3)
  local s = setmetatable({ balance = 5 }, Savings)
  return { tostring(a), a == b, a < Account.new(9), s:deposit(1).balance,
    getmetatable(a) == Account, #{ Account.new(1) } }
end
