internal import CYaml

// The one file that knows libyaml. It reads events, not libyaml's own documents: those resolve
// aliases and are built without a bound on depth or count.

/// The version of libyaml that is linked.
public var libyamlVersion: String { unsafe String(cString: yaml_get_version_string()) }

extension YamlNode {
    /// What one text may hold.
    public enum Limits {
        /// Bytes of one text.
        public static let bytes = 1 << 20
        /// Sequences and mappings inside each other.
        public static let depth = 64
        /// Scalars, sequences and mappings, keys included.
        public static let nodes = 100_000
    }

    /// The document in a YAML text, or nil where the text is empty or only comments.
    ///
    /// Anchors, aliases, tags, several documents, keys that are not scalars and keys that repeat
    /// are refused; so are texts over 1 MiB, over 64 levels deep or with over 100,000 nodes.
    public static func parse(_ bytes: [UInt8]) throws(YamlError) -> YamlNode? {
        let places = YamlPlaces(bytes)
        guard bytes.count <= Limits.bytes else {
            throw YamlError(
                message: "the text has \(bytes.count) bytes; at most \(Limits.bytes) are read",
                mark: places.mark(at: 0))
        }
        // libyaml ends a text at the first NUL or hands it on, depending on where it stands.
        if let offset = bytes.firstIndex(of: 0) {
            throw YamlError(
                message: "a NUL byte; YAML is text", mark: places.mark(at: offset))
        }
        let text = bytes[places.byteOrderMark.upperBound...]
        if text.isEmpty { return nil }
        let outcome = unsafe text.withUnsafeBufferPointer {
            buffer -> Result<YamlNode?, YamlError> in
            do throws(YamlError) {
                let events = unsafe try EventReader(buffer, places)
                var builder = NodeBuilder(events: events)
                return .success(try builder.document())
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }
}

/// libyaml's parser over one buffer, the text behind a byte order mark. The parser points at itself and at the buffer, so it lives on
/// the heap and never longer than the buffer.
@safe struct EventReader: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    let places: YamlPlaces

    init(_ text: UnsafeBufferPointer<UInt8>, _ places: YamlPlaces) throws(YamlError) {
        unsafe parser = .allocate(capacity: 1)
        self.places = places
        guard unsafe yaml_parser_initialize(parser) == 1 else {
            unsafe parser.deallocate()
            throw YamlError(message: "not enough memory", mark: places.mark(at: 0))
        }
        // Said outright, or a text that begins like UTF-16 would be read as UTF-16.
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
    }

    /// The next event, copied into Swift values.
    func next() throws(YamlError) -> Event {
        var raw = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(parser, &raw) == 1 else { throw failure() }
        defer { unsafe yaml_event_delete(&raw) }
        return unsafe Event(raw, places)
    }

    private func failure() -> YamlError {
        guard let text = unsafe parser.pointee.problem else {
            return YamlError(message: "not enough memory", mark: places.mark(at: 0))
        }
        let problem = unsafe String(cString: text)
        if unsafe parser.pointee.error == YAML_READER_ERROR {
            let offset = unsafe Int(parser.pointee.problem_offset) + places.byteOrderMark.count
            return YamlError(message: problem, mark: places.mark(at: offset))
        }
        var message = problem
        let mark = unsafe places.mark(parser.pointee.problem_mark)
        if problem == "found character that cannot start any token", places.isTab(at: mark) {
            return YamlError(message: "a tab; YAML is indented with spaces", mark: mark)
        }
        if let context = unsafe parser.pointee.context {
            message += unsafe " \(String(cString: context))"
            let start = unsafe places.mark(parser.pointee.context_mark)
            if start.line != mark.line { message += " that starts on line \(start.line)" }
        }
        return YamlError(message: message, mark: mark)
    }
}

extension YamlPlaces {
    fileprivate func mark(_ mark: yaml_mark_t) -> YamlMark {
        let before = byteOrderMark.isEmpty ? 0 : 1
        return self.mark(at: offset(ofCharacter: Int(mark.index) + before))
    }
}

/// One of libyaml's events, as far as this reader cares.
struct Event {
    enum Kind {
        case streamEnd, documentStart, alias
        case scalar(String, quoted: Bool, block: Bool)
        case sequenceStart(flow: Bool)
        case mappingStart(flow: Bool)
        case collectionEnd, other
    }

    var kind: Kind
    var anchor: String?
    var tag: String?
    var start: YamlMark
    var end: YamlMark

    init(_ raw: yaml_event_t, _ places: YamlPlaces) {
        start = unsafe places.mark(raw.start_mark)
        end = unsafe places.mark(raw.end_mark)
        switch unsafe raw.type {
        case YAML_STREAM_END_EVENT:
            kind = .streamEnd
        case YAML_DOCUMENT_START_EVENT:
            kind = .documentStart
        case YAML_ALIAS_EVENT:
            kind = .alias
            anchor = unsafe Self.text(raw.data.alias.anchor)
        case YAML_SCALAR_EVENT:
            let scalar = unsafe raw.data.scalar
            let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            let block =
                unsafe scalar.style == YAML_LITERAL_SCALAR_STYLE
                || scalar.style == YAML_FOLDED_SCALAR_STYLE
            kind = unsafe .scalar(
                String(decoding: bytes, as: UTF8.self),
                quoted: scalar.style != YAML_PLAIN_SCALAR_STYLE, block: block)
            anchor = unsafe Self.text(scalar.anchor)
            tag = unsafe Self.text(scalar.tag)
        case YAML_SEQUENCE_START_EVENT:
            let sequence = unsafe raw.data.sequence_start
            kind = unsafe .sequenceStart(flow: sequence.style == YAML_FLOW_SEQUENCE_STYLE)
            anchor = unsafe Self.text(sequence.anchor)
            tag = unsafe Self.text(sequence.tag)
        case YAML_MAPPING_START_EVENT:
            let mapping = unsafe raw.data.mapping_start
            kind = unsafe .mappingStart(flow: mapping.style == YAML_FLOW_MAPPING_STYLE)
            anchor = unsafe Self.text(mapping.anchor)
            tag = unsafe Self.text(mapping.tag)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            kind = .collectionEnd
        default:
            kind = .other
        }
    }

    private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        guard let pointer = unsafe pointer else { return nil }
        return unsafe String(cString: pointer)
    }
}
