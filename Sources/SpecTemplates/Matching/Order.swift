/// Which of some numbers stand out of order.
enum Order {
    /// The places of a list that must leave for the rest to rise: as few as can be.
    /// - Complexity: n·log n.
    static func strays(_ values: [Int]) -> [Int] {
        /// For each length, the place that ends the run of that length with the least value.
        var ends: [Int] = []
        var before = [Int?](repeating: nil, count: values.count)
        for (place, value) in values.enumerated() {
            var low = 0
            var high = ends.count
            while low < high {
                let middle = (low + high) / 2
                if values[ends[middle]] < value { low = middle + 1 } else { high = middle }
            }
            before[place] = low > 0 ? ends[low - 1] : nil
            if low < ends.count { ends[low] = place } else { ends.append(place) }
        }
        var kept: Set<Int> = []
        var place = ends.last
        while let current = place {
            kept.insert(current)
            place = before[current]
        }
        return values.indices.filter { !kept.contains($0) }
    }
}
