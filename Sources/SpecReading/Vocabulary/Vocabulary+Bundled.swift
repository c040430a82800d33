internal import CBundle
internal import Yaml

/// The vocabulary inside the executable. The part in English is read by every run, the words of
/// other languages by the runs that meet a document without English headings.
extension Vocabulary {
    static let english: Vocabulary = bundled { $0.english }
    static let everyLanguage: Vocabulary = bundled { $0.english + $0.others }

    private static func bundled(_ part: (Parts) -> [UInt8]) -> Vocabulary {
        // The file is part of the build and a test reads it; there is nothing to fall back on.
        guard let parts = Parts(), let root = try? YamlNode.parse(part(parts)),
            let vocabulary = try? Vocabulary(root)
        else { return Vocabulary() }
        return vocabulary
    }

    /// `vocabulary.yml` in front of its key `languages:`, and from there on.
    private struct Parts {
        var english: [UInt8]
        var others: [UInt8]

        init?() {
            guard let bytes = Self.file() else { return nil }
            let cut = Self.start(of: "languages:\n", in: bytes) ?? bytes.count
            english = Array(bytes[..<cut])
            others = Array(bytes[cut...])
        }

        /// Where a line begins.
        private static func start(of line: String, in bytes: [UInt8]) -> Int? {
            let line = Array(line.utf8)
            var start = 0
            while start + line.count <= bytes.count {
                if bytes[start..<(start + line.count)].elementsEqual(line) { return start }
                guard let end = bytes[start...].firstIndex(of: 0x0A) else { return nil }
                start = end + 1
            }
            return nil
        }

        private static func file() -> [UInt8]? {
            for index in 0..<bundle_count() {
                let file = unsafe bundle_at(index)
                if unsafe String(cString: file.path) == "vocabulary.yml" {
                    return unsafe Array(
                        UnsafeBufferPointer(start: file.bytes, count: file.count))
                }
            }
            return nil
        }
    }
}
