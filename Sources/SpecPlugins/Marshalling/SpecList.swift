public import SpecModel

/// Specs in an order. Those that are too many for memory are read anew when somebody asks for one, and only
/// the last of these is held. Belongs to one thread.
public struct SpecList: RandomAccessCollection, ExpressibleByArrayLiteral {
    /// Of specs that are read when somebody asks for them.
    private final class Reading {
        let sizes: [Int]
        let read: (Int) -> Spec
        private var last: (place: Int, spec: Spec)?

        init(_ sizes: [Int], _ read: @escaping (Int) -> Spec) {
            self.sizes = sizes
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
    ///   - sizes: of their documents, in bytes.
    ///   - read: gives the spec at a place, the same each time.
    public init(sizes: [Int], read: @escaping (Int) -> Spec) {
        reading = Reading(sizes, read)
        held = []
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { readCount + held.count }

    public subscript(place: Int) -> Spec {
        // To give a copy is to count twenty references.
        _read {
            if let reading, place < reading.sizes.count {
                yield reading.spec(place)
            } else {
                yield held[place - readCount]
            }
        }
    }

    /// Bytes of all their documents.
    var bytes: Int {
        (reading?.sizes.reduce(0, +) ?? 0) + held.reduce(0) { $0 + $1.source.bytes.count }
    }

    mutating func append(_ spec: Spec) { held.append(spec) }

    private var readCount: Int { reading?.sizes.count ?? 0 }
}
