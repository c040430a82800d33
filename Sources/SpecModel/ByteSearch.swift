/// Eight bytes compared at once, in a text's order from the lowest bits up.
@usableFromInline
package struct EightBytes {
    @usableFromInline package let bits: UInt64

    @usableFromInline
    init(_ bits: UInt64) { self.bits = bits }

    /// Bit 7 of each byte that is this one.
    @inlinable @inline(__always)
    package func marks(of byte: UInt8) -> UInt64 {
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        let zero = bits ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
        return ~((zero & low) &+ low | zero | low)
    }

    /// Bit 7 of each byte below 0x10: line endings, tabs and hardly any other of a text.
    @inlinable @inline(__always)
    package var marksOfLowest: UInt64 {
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        return ~((bits & low) &+ 0x7070_7070_7070_7070 | bits) & ~low
    }

    /// Bit 7 of each byte that is not ASCII.
    @inlinable @inline(__always)
    package var marksOfNonASCII: UInt64 { bits & 0x8080_8080_8080_8080 }
}

extension Span<UInt8> {
    /// The bytes from a place on.
    @inlinable @inline(__always)
    package func eight(at place: Int) -> EightBytes {
        unsafe EightBytes(
            UInt64(
                littleEndian: bytes.unsafeLoadUnaligned(
                    fromByteOffset: place, as: UInt64.self)))
    }

    /// The first place at or behind one whose byte is not ASCII; the end where all are.
    @inlinable
    package func firstNonASCII(from start: Int) -> Int {
        var place = start
        while place &+ 32 <= count {
            let bits = unsafe bytes.unsafeLoadUnaligned(
                fromByteOffset: place, as: SIMD4<UInt64>.self)
            let any = EightBytes(bits[0] | bits[1] | bits[2] | bits[3])
            if any.marksOfNonASCII != 0 { break }
            place &+= 32
        }
        while place &+ 8 <= count {
            let marks = eight(at: place).marksOfNonASCII
            if marks != 0 { return place + marks.trailingZeroBitCount / 8 }
            place &+= 8
        }
        while place < count, self[place] < 0x80 { place += 1 }
        return place
    }

    /// Calls with each place of a byte in a range, in order.
    @inlinable @inline(__always)
    package func forEach(_ byte: UInt8, in range: Range<Int>, _ body: (Int) -> Void) {
        var place = range.lowerBound
        while place &+ 8 <= range.upperBound {
            var marks = eight(at: place).marks(of: byte)
            while marks != 0 {
                body(place &+ marks.trailingZeroBitCount / 8)
                marks &= marks &- 1
            }
            place &+= 8
        }
        while place < range.upperBound {
            if self[place] == byte { body(place) }
            place += 1
        }
    }

    /// How often a byte stands in the text.
    @inlinable
    package func count(of byte: UInt8) -> Int {
        var place = 0
        var found = 0
        while place &+ 8 <= count {
            found += eight(at: place).marks(of: byte).nonzeroBitCount
            place &+= 8
        }
        while place < count {
            if self[place] == byte { found += 1 }
            place += 1
        }
        return found
    }
}
