public import SpecPlugins

extension ReservedIds {
    /// Bytes of a file that is read for its ids.
    private static let limit = 64 << 20

    /// All ids that stand in some text files.
    /// - Throws: for each file that cannot be read, or has more of them than can be kept.
    public init(files: [String]) throws(Problems) {
        self.init()
        var problems: [Problem] = []
        for path in files {
            do throws(Problem) {
                if !add(try Files.read(path, limit: Self.limit)) {
                    throw Problem("holds too many ids", path: path)
                }
            } catch {
                problems.append(error)
            }
        }
        if !problems.isEmpty { throw Problems(problems) }
    }
}
