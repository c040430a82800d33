#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// Says when something happens in folders: names that come, go or move, files that are written. Of Linux
/// alone, whose `inotify` it is.
package final class FolderWatch {
    #if os(Linux)
        /// What happens to the names in a folder, and to what they stand for; a file that is written is
        /// told of when it is closed, or else when somebody has written a part of it.
        private static let events = UInt32(
            IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_CLOSE_WRITE | IN_MODIFY
                | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)
    #endif
    /// Milliseconds without anything new, after which what happened is told: an editor writes a file
    /// in several steps, and git many files at once.
    private static let quiet: Int32 = 60
    /// So often the quiet is waited for; who writes without end is told of all the same.
    private static let patience = 20

    private let descriptor: Int32
    /// By folder, as it was given, what the system calls its watch.
    private var numbers: [String: Int32] = [:]

    package init() throws(Problem) {
        #if os(Linux)
            descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
            if descriptor < 0 {
                throw Problem("files cannot be watched: \(Files.reason(errno))")
            }
        #else
            throw Problem("files cannot be watched: only Linux has what that takes, inotify")
        #endif
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Watches these folders, and others no more. One that is not there, or may not be looked into, is
    /// passed over.
    /// - Returns: were all that are there watched before?
    package func follow(_ wanted: Set<String>) throws(Problem) -> Bool {
        var isKnown = true
        #if os(Linux)
            var followed: [String: Int32] = [:]
            for folder in wanted.sorted() {
                // Of one that is watched this gives the same number; of another that has taken its
                // name, a new one.
                let number = unsafe inotify_add_watch(descriptor, folder, Self.events)
                if number < 0, errno == ENOSPC || errno == ENOMEM {
                    throw Problem(
                        "cannot be watched: the system watches no more folders; raise "
                            + "fs.inotify.max_user_watches", path: folder)
                }
                guard number >= 0 else { continue }
                followed[folder] = number
                if numbers[folder] != number { isKnown = false }
            }
            let kept = Set(followed.values)
            for number in Set(numbers.values) where !kept.contains(number) {
                inotify_rm_watch(descriptor, number)
            }
            numbers = followed
        #endif
        return isKnown
    }

    /// Waits until something happens and all is quiet again.
    package func wait() throws(Problem) {
        var isOver = false
        while !isOver {
            try poll(-1)
            isOver = try settle()
        }
    }

    /// Waits until all is quiet.
    /// - Returns: was there anything?
    @discardableResult
    package func settle() throws(Problem) -> Bool {
        var isAny = false
        for _ in 0..<Self.patience {
            if try !poll(isAny ? Self.quiet : 0) { break }
            if read() { isAny = true }
        }
        return isAny
    }

    /// - Returns: is there anything to be read?
    @discardableResult
    private func poll(_ milliseconds: Int32) throws(Problem) -> Bool {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while true {
            #if canImport(Darwin)
                let count = unsafe Darwin.poll(&entry, 1, milliseconds)
            #else
                let count = unsafe Glibc.poll(&entry, 1, milliseconds)
            #endif
            if count >= 0 { return count > 0 }
            if errno != EINTR {
                throw Problem("files cannot be watched: \(Files.reason(errno))")
            }
        }
    }

    /// Each event is four numbers and a name that NULs fill up (inotify(7)).
    /// - Returns: was there one that matters? Names that begin with a dot do not.
    private func read() -> Bool {
        var matters = false
        #if os(Linux)
            let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                unsafe count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
            }
            func number(_ place: Int) -> UInt32 {
                (0..<4).reduce(0) { $0 | UInt32(bytes[place + $1]) << UInt32(8 * $1) }
            }
            var place = 0
            while place + 16 <= bytes.count {
                let end = min(place + 16 + Int(number(place + 12)), bytes.count)
                let name = bytes[(place + 16)..<end].prefix { $0 != 0 }
                place = end
                if name.first != UInt8(ascii: ".") || name.elementsEqual(".gitignore".utf8) {
                    matters = true
                }
            }
        #endif
        return matters
    }
}
