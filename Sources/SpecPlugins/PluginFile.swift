internal import EmbeddedFiles

extension PluginFiles {
    /// One file of a plugin.
    public struct File: Sendable, Equatable {
        public var path: String
        private var content: Content

        private enum Content {
            case bytes([UInt8])
            /// Read where somebody wants to: a check needs what it was compiled to, and not itself.
            case embedded(EmbeddedFile)
        }

        public init(path: String, bytes: [UInt8]) {
            self.path = path
            content = .bytes(bytes)
        }

        /// A file inside the executable.
        init(_ file: EmbeddedFile) {
            path = file.path
            content = .embedded(file)
        }

        /// Of a file inside the executable a copy, each time.
        public var bytes: [UInt8] {
            get {
                switch content {
                case .bytes(let bytes): bytes
                case .embedded(let file): file.bytes
                }
            }
            set { content = .bytes(newValue) }
        }

        /// How many bytes it has.
        package var count: Int {
            switch content {
            case .bytes(let bytes): bytes.count
            case .embedded(let file): file.count
            }
        }

        /// Its place in the bundle; nil of a file that came from anywhere else.
        var place: Int? {
            if case .embedded(let file) = content { file.place } else { nil }
        }

        public static func == (file: File, other: File) -> Bool {
            file.path == other.path && file.bytes == other.bytes
        }
    }
}
