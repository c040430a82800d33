public import SpecModel

/// Specs in an order. Those that are too many for memory are read anew when somebody asks for one, and only
/// the last of these is held. Belongs to one thread.
public struct SpecList: RandomAccessCollection, ExpressibleByArrayLiteral {
    /// Of specs that are read when somebody asks for them.
    private final class Reading {
        let outlines: [SpecOutline]
        let read: (Int) -> Spec
        private var last: (place: Int, spec: Spec)?

        init(_ outlines: [SpecOutline], _ read: @escaping (Int) -> Spec) {
            self.outlines = outlines
            self.read = read
        }

        func spec(_ place: Int) -> Spec {
            if let last, last.place == place { return last.spec }
            let spec = read(place)
            last = (place, spec)
            return spec
        }
    }

    private let reading: Reading?
    /// Behind those that are read.
    private var held: [Spec]

    public init(_ specs: [Spec]) {
        reading = nil
        held = specs
    }

    /// Specs at hand.
    public init(arrayLiteral specs: Spec...) { self.init(specs) }

    /// In the order in which what looks at all of them sees them.
    init(sorting specs: [Spec]) {
        self.init(specs.sorted { Self.precedes($0.path, $1.path) })
    }

    /// Does a path come before another? By their bytes, whatever the locale.
    public static func precedes(_ path: String, _ other: String) -> Bool {
        path.utf8.lexicographicallyPrecedes(other.utf8)
    }

    /// - Parameters:
    ///   - outlines: what is known of them all the time.
    ///   - read: gives the spec at a place, the same each time.
    public init(_ outlines: [SpecOutline], read: @escaping (Int) -> Spec) {
        reading = Reading(outlines, read)
        held = []
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { readCount + held.count }

    public subscript(place: Int) -> Spec {
        // To give a copy is to count twenty references.
        _read {
            if let reading, place < reading.outlines.count {
                yield reading.spec(place)
            } else {
                yield held[place - readCount]
            }
        }
    }

    /// Bytes of all their documents.
    var bytes: Int {
        (reading?.outlines.reduce(0) { $0 + $1.size } ?? 0)
            + held.reduce(0) { $0 + $1.source.bytes.count }
    }

    /// What is known of all without reading one.
    var outlines: [SpecOutline] { (reading?.outlines ?? []) + held.map { SpecOutline($0) } }

    mutating func append(_ spec: Spec) { held.append(spec) }

    private var readCount: Int { reading?.outlines.count ?? 0 }
}

/// What is known of a spec before it is read.
public struct SpecOutline: Sendable {
    var path: String
    /// Bytes of its document.
    var size: Int
    /// Do links of it lead to files?
    var linksFiles: Bool

    public init(path: String, size: Int, linksFiles: Bool) {
        self.path = path
        self.size = size
        self.linksFiles = linksFiles
    }

    fileprivate init(_ spec: Spec) {
        self.init(
            path: spec.path, size: spec.source.bytes.count,
            linksFiles: spec.links.contains { $0.file != nil })
    }
}
