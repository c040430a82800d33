internal import Synchronization

#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// Takes bytes that are asked for later: as many as it has room for in memory, and what comes then in a
/// file that nobody can open, for it has no name. Where no such file can be made, or no more be written,
/// all is held in memory.
public final class SpillFile: Sendable {
    /// What is held in memory where nobody says otherwise: fifty specs.
    public static let room = 512 << 10
    /// What is gathered before it is written: a write of little takes longer than its bytes.
    public static let piece = 64 << 10

    private struct State {
        var room: Int
        /// nil until it is needed.
        var descriptor: Int32?
        /// Bytes that the file has.
        var written = 0
        /// What comes behind them and is not written yet, or could not be.
        var gathered: [UInt8] = []
        var end: Int { written + gathered.count }
        /// Bytes that it may come to have; none where it cannot be written.
        var limit = Int.max
        var isDamaged = false
    }

    private let folders: [String]
    private let piece: Int
    private let state: Mutex<State>

    /// - Parameters:
    ///   - room: bytes that are held in memory.
    ///   - piece: bytes that are gathered before they are written.
    ///   - folders: where the file may be made, the first that takes it.
    public init(
        room: Int = SpillFile.room, piece: Int = SpillFile.piece,
        folders: [String] = SpillFile.temporaryFolders
    ) {
        self.folders = folders
        self.piece = piece
        state = Mutex(State(room: room))
    }

    deinit {
        let descriptor = state.withLock { $0.descriptor }
        if let descriptor { close(descriptor) }
    }

    /// `$TMPDIR`, then what is on a disk rather than in memory, as SQLite has it.
    public static var temporaryFolders: [String] {
        let own = unsafe getenv("TMPDIR").flatMap { unsafe String(validatingCString: $0) }
        return [own].compactMap { $0 }.filter { $0.utf8.first == UInt8(ascii: "/") }
            + ["/var/tmp", "/tmp"]
    }

    /// Keeps bytes; some microseconds for each page that is written.
    public func keep(_ bytes: [UInt8]) -> SpilledBytes {
        let start = state.withLock { state -> Int? in
            if bytes.count <= state.room {
                state.room -= bytes.count
                return nil
            }
            if state.descriptor == nil { make(&state) }
            guard let descriptor = state.descriptor, bytes.count <= state.limit - state.end else {
                return nil
            }
            let start = state.end
            if state.gathered.count + bytes.count < piece {
                state.gathered += bytes
                return start
            }
            guard Self.write(state.gathered, to: descriptor, at: state.written),
                Self.write(bytes, to: descriptor, at: start)
            else {
                // What is gathered stays where it is.
                state.limit = 0
                return nil
            }
            state.written = start + bytes.count
            state.gathered.removeAll(keepingCapacity: true)
            return start
        }
        return start.map { SpilledBytes(in: self, start: $0, count: bytes.count) }
            ?? SpilledBytes(bytes)
    }

    /// Could bytes not be read that were written? Then a disk is broken, or full after the fact.
    var isDamaged: Bool { state.withLock { $0.isDamaged } }

    func bytes(from start: Int, count: Int) -> [UInt8] {
        let (descriptor, held) = state.withLock { state -> (Int32, [UInt8]?) in
            let place = start - state.written
            return (
                state.descriptor ?? -1,
                place < 0 ? nil : Array(state.gathered[place..<place + count])
            )
        }
        if let held { return held }
        var done = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while done < count {
                let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[done..<count])
                let read = unsafe pread(
                    descriptor, rest.baseAddress, rest.count, off_t(start + done))
                if read < 0, errno == EINTR { continue }
                if read <= 0 { break }
                done += read
            }
            unsafe buffer[done..<count].initialize(repeating: 0)
            filled = count
        }
        if done < count { state.withLock { $0.isDamaged = true } }
        return bytes
    }

    private func make(_ state: inout State) {
        for folder in folders {
            let path = "\(folder)/perilune-\(UInt64.random(in: .min ... .max))"
            let descriptor = Self.create(path)
            guard descriptor >= 0 else { continue }
            unsafe unlink(path)
            state.descriptor = descriptor
            state.limit = Self.largestFile
            return
        }
        state.limit = 0
    }

    private static func create(_ path: String) -> Int32 {
        unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    }

    /// Bytes behind which a write would end this process (`ulimit -f`).
    private static var largestFile: Int {
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else {
            return Int.max
        }
        return Int(clamping: limit.rlim_cur)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32, at start: Int) -> Bool {
        unsafe bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
                let written = unsafe pwrite(
                    descriptor, rest.baseAddress, rest.count, off_t(start + done))
                if written < 0, errno == EINTR { continue }
                if written <= 0 { return false }
                done += written
            }
            return true
        }
    }
}
