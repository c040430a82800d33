/// The work that one evaluation may do. A unit is a byte looked at, about five nanoseconds.
public struct Work: Sendable {
    private var left: Int

    /// - Parameter left: how much may be done; as much as it takes without one.
    public init(_ left: Int = .max) {
        self.left = left
    }

    /// Was there more to do than was granted?
    public var isExhausted: Bool { left < 0 }

    /// What is left to be done; never negative.
    public var remaining: Int { max(0, left) }

    /// Takes units before the work is done; false where there are not enough.
    mutating func spend(_ amount: Int) -> Bool {
        if left < 0 { return false }
        left -= min(amount, .max - 1)
        return left >= 0
    }
}
