/// What the host's Lua asks Swift in the middle of a call, with `sandbox.ask(number, text)`. What
/// number and text mean is up to the two.
public struct Question: Sendable, Equatable {
    public var number: Int
    /// Whatever bytes the plugin gave.
    public var text: [UInt8]
    /// What is left of the call's fuel, and all that answering may use.
    public var fuel: Int

    /// Answers within the fuel, and does not reach the sandbox.
    public typealias Answerer = (Question) -> Answer

    public struct Answer: Sendable, Equatable {
        public var frame: Frame
        /// What answering took; more than the question's where that was not enough, and then the
        /// call ends with its limit. The same for the same question, so that results do not depend
        /// on what was asked before.
        public var fuel: Int

        public init(_ frame: Frame, fuel: Int) {
            self.frame = frame
            self.fuel = fuel
        }
    }
}
