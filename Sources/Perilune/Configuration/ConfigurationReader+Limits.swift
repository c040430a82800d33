internal import SpecPlugins
internal import SpecReading
internal import Yaml

// What each plugin may use, and how large a spec may be.

extension ConfigurationReader {
    mutating func limits(_ node: YamlNode) throws(YamlError) {
        for pair in try node.mapping("limits") {
            attempt { reader throws(YamlError) in
                if pair.key == ReadingRule.plugin { return try reader.readingLimits(pair) }
                var setting = LimitSetting(
                    plugin: Named(pair.key, pair.keyStart), limits: PluginLimits())
                for key in try pair.value.mapping(pair.key) {
                    reader.attempt { _ throws(YamlError) in
                        guard let name = PluginLimits.Name(rawValue: key.key) else {
                            throw key.unknown(among: PluginLimits.Name.allCases.map(\.rawValue))
                        }
                        setting.limits[name] = try key.value.amount(
                            name.rawValue, name.unit, in: name.range)
                    }
                }
                reader.configuration.limits.append(setting)
            }
        }
    }

    /// `reading` is no plugin, and has a limit of its own.
    private mutating func readingLimits(_ pair: YamlPair) throws(YamlError) {
        for key in try pair.value.mapping(pair.key) {
            attempt { reader throws(YamlError) in
                guard key.key == "document" else { throw key.unknown(among: ["document"]) }
                reader.configuration.documentLimit = try key.value.amount(
                    key.key, .bytes, in: ReadingLimits.documentRange)
            }
        }
    }
}

extension YamlNode {
    /// `400M`, `128 MiB`, `1.5 s`: a number and a unit, with or without a space in between.
    fileprivate func amount(
        _ name: String, _ unit: PluginLimits.Unit, in range: ClosedRange<Int>
    ) throws(YamlError) -> Int {
        let form =
            switch unit {
            case .count: "a count like 20000 or 400M"
            case .bytes: "a size like 512 KiB or 128 MiB"
            case .milliseconds: "a time like 500 ms or 20 s"
            }
        guard case .scalar(let text, _) = value, !isNull,
            let amount = unit.amount(text)
        else { throw expected(form, name) }
        guard range.contains(amount) else {
            let least = unit.text(range.lowerBound)
            let most = unit.text(range.upperBound)
            throw expected("from \(least) to \(most)", name)
        }
        return amount
    }
}

extension PluginLimits.Unit {
    /// From large to small, as they are written.
    private var scales: [(suffix: String, factor: Int)] {
        switch self {
        case .count: [("G", 1_000_000_000), ("M", 1_000_000), ("k", 1_000), ("", 1)]
        case .bytes: [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10), ("bytes", 1)]
        case .milliseconds: [("min", 60_000), ("s", 1_000), ("ms", 1)]
        }
    }

    /// What a text says, in whole units; nil where it says nothing.
    fileprivate func amount(_ text: String) -> Int? {
        let digits = text.prefix { "0123456789.".contains($0) }
        let suffix = text.dropFirst(digits.count).drop { $0 == " " }
        guard digits.count <= 15, let number = Double(digits),
            let factor = scales.first(where: { $0.suffix == suffix })?.factor,
            case let amount = number * Double(factor), amount < 1e15,
            let whole = Int(exactly: amount)
        else { return nil }
        return whole
    }

    /// The shortest text that says it.
    func text(_ amount: Int) -> String {
        for (suffix, factor) in scales where amount >= factor && amount % factor == 0 {
            return "\(amount / factor)" + (self == .count ? "" : " ") + suffix
        }
        return "0"
    }
}
