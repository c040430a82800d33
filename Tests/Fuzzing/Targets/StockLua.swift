import StockLua

/// Lua without a sandbox, and a chunk in it that returned a function.
@safe final class StockLua {
    private let state: OpaquePointer

    init(_ source: [UInt8]) throws(Mistake) {
        let opened = unsafe source.withUnsafeBufferPointer {
            unsafe stock_open(stock_bytes(bytes: $0.baseAddress, count: $0.count))
        }
        guard let opened = unsafe opened else { throw Mistake("stock Lua does not take the chunk") }
        unsafe state = opened
    }

    deinit { unsafe stock_close(state) }

    /// What the function returns, as text; empty where it erred.
    func call(_ number: Int, _ strings: [[UInt8]]) -> String {
        unsafe Self.withPointers(to: strings[...], []) { pointers in
            let result = unsafe stock_call(state, Int64(number), pointers, pointers.count)
            let bytes = unsafe UnsafeBufferPointer(start: result.bytes, count: result.count)
            return unsafe String(decoding: bytes, as: UTF8.self)
        }
    }

    private static func withPointers<Result>(
        to strings: ArraySlice<[UInt8]>, _ pointers: [stock_bytes],
        _ body: ([stock_bytes]) -> Result
    ) -> Result {
        guard let first = strings.first else { return unsafe body(pointers) }
        return unsafe first.withUnsafeBufferPointer { buffer in
            let pointer = unsafe stock_bytes(bytes: buffer.baseAddress, count: buffer.count)
            return unsafe withPointers(to: strings.dropFirst(), pointers + [pointer], body)
        }
    }
}
