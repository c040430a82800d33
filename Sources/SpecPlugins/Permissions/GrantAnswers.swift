internal import Globs
internal import LuaSandbox
internal import Printable

/// Answers what a plugin asks for that it was given beside specs: bytes, nothing where it is not there,
/// or a record `{ denied = "why" }`.
struct GrantAnswers {
    private let grant: PluginGrant

    /// In fuel, each about five nanoseconds: an answer, a byte that is copied, and a byte of a name that
    /// is held against one pattern.
    private static let answer = 1_000
    private static let byte = 2
    private static let patternByte = 20

    init(_ grant: PluginGrant) { self.grant = grant }

    /// The bytes of a file.
    func file(_ question: Question) -> Question.Answer {
        answer(question) { path in
            if let problem = Self.problem(withPath: path) { return .denied(problem) }
            if let denial = grant.denial(of: path, .read) { return .denied(denial) }
            return grant.file(path).map { .bytes($0.bytes) } ?? .nothing
        }
    }

    /// The paths of the files that match a pattern; of all where it is empty.
    func list(_ question: Question) -> Question.Answer {
        answer(question, perFile: true) { pattern in
            if pattern.isEmpty { return .names(grant.files.map(\.path)) }
            if let problem = Self.problem(withPath: pattern) { return .denied(problem) }
            if let denial = grant.denial(ofPattern: pattern) { return .denied(denial) }
            let glob = Glob(pattern, hidesDots: true)
            return .names(grant.files.map(\.path).filter { glob.matches($0) })
        }
    }

    /// The value of a variable.
    func variable(_ question: Question) -> Question.Answer {
        answer(question) { name in
            guard name.isVariable else {
                return .denied(
                    "\"\(String(name.unicodeScalars.prefix(80)).printable)\" is no name of a variable"
                )
            }
            if let denial = grant.denial(of: name, .env) { return .denied(denial) }
            return grant.variable(name).map { .bytes($0.value) } ?? .nothing
        }
    }

    /// May an export write a file that it does not declare? Nothing where the plugin never asked to.
    func writes(_ question: Question) -> Question.Answer {
        answer(question) { name in
            if grant.requested.write.isEmpty { return .nothing }
            return grant.denial(of: name, .write).map { .denied($0) } ?? .flag(true)
        }
    }

    /// May a file or a variable be read? Not where it is asked for by a name that nothing has.
    func allows(_ question: Question, _ kind: Permissions.Kind) -> Question.Answer {
        answer(question) { name in
            let isName = kind == .env ? name.isVariable : Self.problem(withPath: name) == nil
            return .flag(isName && grant.allows(name, kind))
        }
    }

    // MARK: answers

    fileprivate enum Told {
        case nothing
        case bytes([UInt8])
        case names([String])
        case flag(Bool)
        case denied(String)
    }

    /// What takes more fuel than there is is not done.
    private func answer(
        _ question: Question, perFile: Bool = false, _ told: (String) -> Told
    ) -> Question.Answer {
        let patterns = 1 + grant.requested.read.count + grant.granted.read.count
        let rounds = perFile ? patterns + grant.files.count : patterns
        var fuel = Self.answer + question.text.count * rounds * Self.patternByte
        guard fuel <= question.fuel else { return Question.Answer(Frame(bytes: []), fuel: fuel) }
        guard let name = String(validating: question.text, as: UTF8.self) else {
            return Question.Answer(Told.denied("the name is not UTF-8").frame, fuel: fuel)
        }
        let told = told(name)
        if case .bytes(let bytes) = told { fuel += bytes.count * Self.byte }
        guard fuel <= question.fuel else { return Question.Answer(Frame(bytes: []), fuel: fuel) }
        return Question.Answer(told.frame, fuel: fuel)
    }

    /// What is wrong with a path or a pattern; nil where it may be one of a file below the workspace's
    /// folder, spelled in the one way that counts.
    private static func problem(withPath path: String) -> String? {
        let shown = "\"\(String(path.unicodeScalars.prefix(200)).printable)\""
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        if path.isEmpty { return "the name is empty" }
        if path.utf8.count > longestPath { return "the name is longer than \(longestPath) bytes" }
        if path.utf8.contains(0) { return "\(shown) has a NUL" }
        if path.utf8.first == UInt8(ascii: "/")
            || parts.contains(where: { $0.elementsEqual("..".utf8) })
        {
            return "\(shown) is outside of the workspace's folder, where no plugin can look"
        }
        if parts.contains(where: { $0.isEmpty || $0.elementsEqual(".".utf8) }) {
            return "\(shown) has an empty part or a \".\"; leave it out"
        }
        return nil
    }

    private static let longestPath = 4_096
}

extension GrantAnswers.Told {
    fileprivate var frame: Frame {
        var builder = FrameBuilder()
        switch self {
        case .nothing: builder.none()
        case .bytes(let bytes): builder.bytes(bytes[...])
        case .flag(let flag): builder.boolean(flag)
        case .names(let names):
            builder.list { builder in for name in names { builder.string(name) } }
        case .denied(let message):
            builder.record { builder in
                builder.key("denied")
                builder.string(message)
            }
        }
        return builder.finish()
    }
}
