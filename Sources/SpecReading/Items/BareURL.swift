extension MarkdownTree {
    /// The first `http://…` or `https://…` of a plain text, without the punctuation that ends its
    /// sentence (GFM 6.9).
    func bareURL(in range: Range<Int>) -> Range<Int>? {
        var index = range.lowerBound
        while index < range.upperBound {
            if plain[index] == UInt8(ascii: "h"),
                starts(with: "http://", at: index, before: range.upperBound)
                    || starts(with: "https://", at: index, before: range.upperBound)
            {
                var end = index
                while end < range.upperBound, plain[end] > 0x20, plain[end] != UInt8(ascii: "<") {
                    end += 1
                }
                while end > index, ".,:;!?'\"*_~)".utf8.contains(plain[end - 1]) { end -= 1 }
                return index..<end
            }
            index += 1
        }
        return nil
    }

    private func starts(with prefix: String, at index: Int, before end: Int) -> Bool {
        index + prefix.utf8.count <= end
            && prefix.utf8.elementsEqual(plain[index..<(index + prefix.utf8.count)])
    }
}
