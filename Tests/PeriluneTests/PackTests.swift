import Foundation
import SpecWorkers
import TestSupport
import Testing

@testable import Perilune

/// What a cache keeps is there again or not at all, whatever became of its files.
@Suite struct PackTests {
    private static let values: [(key: CheckKey, bytes: [UInt8])] = (0..<5).map { number in
        (
            CheckKey(high: UInt64(number) << 62 | 7, low: UInt64(number)),
            Array("value \(number) ".utf8) + Array(repeating: UInt8(number), count: number * 3)
        )
    }
    private static let secret = CacheKey(1, 2)

    /// With keys 0 to 15 and inputs 0, 1, …, as the reference implementation and OpenSSL have it.
    @Test(arguments: [
        (0, "a3817f04ba25a8e66df67214c7550293"), (1, "da87c1d86b99af44347659119b22fc45"),
        (2, "8177228da4a45dc7fca38bdef60affe4"), (7, "a1f1ebbed8dbc153c0b84aa61ff08239"),
        (8, "3b62a9ba6258f5610f83e264f31497b4"), (15, "5493e99933b0a8117e08ec0f97cfc3d9"),
        (16, "6ee2a4ca67b054bbfd3315bf85230577"), (63, "5150d1772f50834a503e069a973fbd7c"),
    ])
    func `sums are those of SipHash-2-4 with 128 bits`(count: Int, sum: String) {
        let key = (0x0706_0504_0302_0100 as UInt64, 0x0f0e_0d0c_0b0a_0908 as UInt64)
        let made = SipHash.sum((0..<count).map { UInt8($0) }, key: key)
        let bytes = PackLayout.bytes(made.0) + PackLayout.bytes(made.1)
        #expect(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == sum)
    }

    @Test func `a pack that was cut off or changed has no other values`() throws {
        let folder = try TemporaryFolder(inMemory: true)
        try write(to: folder)
        let whole = try [UInt8](Data(contentsOf: folder.path("a.pack")))
        try expectValues(in: folder, atLeast: Self.values.count)
        for count in 0..<whole.count {
            try folder.write("a.pack", whole.prefix(count))
            try expectValues(in: folder, atLeast: 0)
        }
        for place in whole.indices {
            var damaged = whole
            damaged[place] ^= place.isMultiple(of: 2) ? 0x01 : 0xFF
            try folder.write("a.pack", damaged)
            try expectValues(in: folder, atLeast: 0)
        }
        // A value that is damaged is missing, those beside it are there.
        var damaged = whole
        damaged[PackLayout.headLength + PackLayout.sumLength] ^= 1
        try folder.write("a.pack", damaged)
        try expectValues(in: folder, atLeast: Self.values.count - 1)
    }

    @Test func `a pack of another key is none`() throws {
        let folder = try TemporaryFolder()
        try write(to: folder)
        let opened = try opened(folder)
        #expect(Pack("a.pack", in: opened, CacheKey(1, 3)) == nil)
    }

    @Test func `what was kept is there for the next, and packs stay few`() throws {
        let folder = try TemporaryFolder()
        for round in 0..<40 {
            let packs = try self.packs(folder)
            #expect(packs.bytes(key(round - 1)) == (round == 0 ? nil : value(round - 1)))
            #expect(packs.bytes(key(0)) == (round == 0 ? nil : value(0)))
            packs.keep(value(round), as: key(round))
            packs.save()
            #expect(packs.bytes(key(round)) == value(round))
        }
        #expect(try names(folder).count <= 8)
    }

    @Test func `what is not kept writes nothing`() throws {
        let folder = try TemporaryFolder()
        let first = try packs(folder)
        first.keep(value(1), as: key(1))
        first.save()
        let before = try names(folder)
        let second = try packs(folder)
        #expect(second.bytes(key(1)) == value(1))
        second.save()
        #expect(try names(folder) == before)
    }

    @Test func `past its limit a cache keeps what was used`() throws {
        let folder = try TemporaryFolder()
        let limit = 40_000
        for round in 0..<60 {
            let packs = try self.packs(folder, limit: limit)
            if round > 0 { #expect(packs.bytes(key(0)) == value(0)) }
            packs.keep(value(round), as: key(round))
            packs.save()
            let size = try names(folder).reduce(0) { sum, name in
                sum + (try Data(contentsOf: results(folder).appending(path: name)).count)
            }
            // One value more than there is room for, and what is not values.
            #expect(size < limit + 8_000)
        }
    }

    @Test func `runs at the same time do not take from each other`() throws {
        let folder = try TemporaryFolder()
        let first = try packs(folder)
        let second = try packs(folder)
        first.keep(value(1), as: key(1))
        second.keep(value(2), as: key(2))
        first.save()
        second.save()
        let third = try packs(folder)
        #expect(third.bytes(key(1)) == value(1))
        #expect(third.bytes(key(2)) == value(2))
        // What one takes in and removes, another still has.
        third.keep(value(3), as: key(3))
        third.save()
        #expect(second.bytes(key(2)) == value(2))
    }

    private struct Unopened: Error {}

    private func packs(_ folder: TemporaryFolder, limit: Int = 1 << 20) throws -> PackFolder {
        try #require(PackFolder(root: folder.url.path, limit: limit, secret: Self.secret))
    }

    private func opened(_ folder: TemporaryFolder) throws -> Folder {
        guard let opened = Folder(folder.url.path) else { throw Unopened() }
        return opened
    }

    private func write(to folder: TemporaryFolder) throws {
        let opened = try opened(folder)
        guard let writer = PackWriter(in: opened, Self.secret) else { throw Unopened() }
        for (key, bytes) in Self.values { writer.add(bytes, as: key) }
        #expect(writer.finish("a.pack"))
    }

    private func expectValues(in folder: TemporaryFolder, atLeast least: Int) throws {
        let opened = try opened(folder)
        guard let pack = Pack("a.pack", in: opened, Self.secret) else {
            #expect(least == 0)
            return
        }
        var found = 0
        for (key, bytes) in Self.values {
            guard let value = pack.bytes(key) else { continue }
            #expect(value == bytes)
            found += 1
        }
        #expect(found >= least)
        for key in pack.keys where !Self.values.contains(where: { $0.key == key }) {
            #expect(pack.bytes(key) == nil)
        }
    }

    private func key(_ number: Int) -> CheckKey {
        CheckKey(high: UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15, low: 1)
    }

    private func value(_ number: Int) -> [UInt8] {
        Array(repeating: UInt8(truncatingIfNeeded: number), count: 3_000)
    }

    private func results(_ folder: TemporaryFolder) -> URL {
        folder.path(".perilune/cache/results")
    }

    private func names(_ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: results(folder).path)
            .filter { $0.hasSuffix(".pack") }.sorted()
    }
}
