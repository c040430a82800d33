import Printable

/// Code that takes what an enemy writes, and what must hold of it for every input.
///
/// Belongs to one thread. What traps, reads memory that is not its own or goes on for ever is found
/// by whoever runs it; a `Mistake` is what only the target can see.
protocol FuzzTarget: AnyObject {
    /// Of the folder with its seeds, and on the command line.
    static var name: String { get }
    /// What inputs are made of, beside the seeds.
    static var words: [String] { get }
    /// Inputs of a short run.
    static var rounds: Int { get }

    init() throws

    /// - Returns: did it get beyond the first look? Inputs that never do test nothing.
    func run(_ input: [UInt8]) throws(Mistake) -> Bool
}

/// Something holds no longer.
struct Mistake: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// Throws unless the condition holds.
func require(_ condition: Bool, _ text: @autoclosure () -> String) throws(Mistake) {
    if !condition { throw Mistake(text()) }
}

extension String {
    /// Is it what a plugin or a document may show somebody: one line, nothing that a terminal obeys?
    var isHarmless: Bool { printable == self }
}

enum FuzzTargets {
    static let all: [any (FuzzTarget & SendableMetatype).Type] = [
        ArchiveTarget.self, MatcherTarget.self, PluginTarget.self, ProtocolTarget.self,
    ]
}
