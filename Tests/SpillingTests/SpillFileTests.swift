import Foundation
import Spilling
import TestSupport
import Testing

struct SpillFileTests {
    /// Of many lengths, none like another.
    private static let texts = (0..<200).map { number in
        (0..<(number * number) % 5_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ number) }
    }

    @Test(arguments: [0, 1, 10_000, .max], [0, 1, 4_000, SpillFile.piece])
    func `what is kept comes back byte for byte, whatever the room`(_ room: Int, _ piece: Int) {
        let file = SpillFile(room: room, piece: piece)
        let kept = Self.texts.map { text in
            let kept = file.keep(text)
            #expect(kept.bytes == text)
            return kept
        }
        for _ in 1...2 {
            for (text, kept) in zip(Self.texts, kept).reversed() {
                #expect(kept.count == text.count)
                #expect(kept.bytes == text)
                #expect(!kept.isDamaged)
            }
        }
    }

    @Test func `several threads keep and read at once`() async {
        let file = SpillFile(room: 100, piece: 7_000)
        let areSame = await withTaskGroup(of: Bool.self) { group in
            for text in Self.texts {
                group.addTask { file.keep(text).bytes == text }
            }
            return await group.allSatisfy { $0 }
        }
        #expect(areSame)
    }

    @Test func `it outlives whoever made it`() {
        let kept = SpillFile(room: 0).keep([1, 2, 3])
        #expect(kept.bytes == [1, 2, 3])
        #expect(kept == SpilledBytes([1, 2, 3]))
        #expect(kept != SpilledBytes([1, 2, 4]))
    }

    @Test(arguments: ["/nowhere/at/all", "/proc", "\0"])
    func `where no file can be made all is held`(_ folder: String) {
        let file = SpillFile(room: 0, folders: [folder])
        let kept = Self.texts.map(file.keep)
        #expect(zip(Self.texts, kept).allSatisfy { $0 == $1.bytes })
    }

    /// The file is cut short from outside, which stands for a disk that breaks.
    @Test func `what cannot be read again is as long as it was, and says so`() throws {
        let folder = try TemporaryFolder()
        let kept = SpillFile(room: 0, piece: 0, folders: [folder.url.path]).keep([1, 2, 3])
        let other = SpillFile(room: 0, piece: 0, folders: [folder.url.path]).keep([4])
        let own = "/proc/self/fd"
        for name in try FileManager.default.contentsOfDirectory(atPath: own) {
            let target = try? FileManager.default.destinationOfSymbolicLink(
                atPath: "\(own)/\(name)")
            guard target?.hasPrefix(folder.url.path) == true else { continue }
            let file = try FileHandle(forWritingTo: URL(filePath: "\(own)/\(name)"))
            if try FileHandle(forReadingFrom: URL(filePath: "\(own)/\(name)")).readToEnd()
                == Data([1, 2, 3])
            {
                try file.truncate(atOffset: 1)
            }
        }
        #expect(!kept.isDamaged)
        #expect(kept.bytes == [1, 0, 0])
        #expect(kept.isDamaged)
        #expect(other.bytes == [4] && !other.isDamaged)
    }

    @Test func `it leaves no name behind`() throws {
        let folder = try TemporaryFolder()
        let file = SpillFile(room: 0, piece: 0, folders: [folder.url.path])
        #expect(file.keep([1]).bytes == [1])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
    }
}
