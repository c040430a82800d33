import Foundation
import Spilling
import TestSupport
import Testing

struct SpillFileTests {
    /// Of many lengths, none like another.
    private static let texts = (0..<200).map { number in
        (0..<(number * number) % 5_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ number) }
    }

    @Test(arguments: [0, 1, 10_000, .max])
    func `what is kept comes back byte for byte, whatever the room`(_ room: Int) {
        let file = SpillFile(room: room)
        let kept = Self.texts.map(file.keep)
        for _ in 1...2 {
            for (text, kept) in zip(Self.texts, kept).reversed() {
                #expect(kept.count == text.count)
                #expect(kept.bytes == text)
                #expect(!kept.isDamaged)
            }
        }
    }

    @Test func `several threads keep and read at once`() async {
        let file = SpillFile(room: 100)
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

    @Test func `it leaves no name behind`() throws {
        let folder = try TemporaryFolder()
        let file = SpillFile(room: 0, folders: [folder.url.path])
        #expect(file.keep([1]).bytes == [1])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
    }
}
