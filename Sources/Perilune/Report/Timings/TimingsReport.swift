internal import Printable
internal import SpecPlugins

/// Where the time went, for people and for programs.
public enum TimingsReport {
    /// A line each for phases, plugins and rules; those that took longest come first.
    public static func text(_ timings: Timings, style: Style = .plain) -> String {
        var rows = [Row(["elapsed", "ms", "share"], isBold: true)]
        let elapsed = timings.elapsed
        for phase in timings.phases {
            rows.append(Row(["  " + phase.name] + columns(phase.nanoseconds, of: elapsed)))
        }
        rows.append(Row(["  together"] + columns(elapsed, of: elapsed)))
        let spent = timings.checks.spent
        let plugins = timings.plugins
        let total = spent.reading + spent.host + plugins.reduce(0) { $0 + $1.nanoseconds }
        let looked = timings.checks.specs
        rows.append(Row([]))
        rows.append(Row(["spent on specs", "ms", "share", "specs", "µs each"], isBold: true))
        for (name, part) in [("  reading", spent.reading), ("  around rules", spent.host)] {
            rows.append(Row([name] + columns(part, of: total) + each(part, looked)))
        }
        for plugin in plugins {
            rows.append(
                Row(["  " + plugin.name.printable] + columns(plugin.nanoseconds, of: total)))
            for (name, time) in plugin.rules {
                rows.append(
                    Row(
                        ["    " + name.printable] + columns(time.nanoseconds, of: total)
                            + each(time.nanoseconds, time.runs)))
            }
        }
        rows.append(Row(["  together"] + columns(total, of: total)))
        return laidOut(rows, style) + remark(timings)
    }

    /// JSON (RFC 8259) as `timings.schema.json` describes it.
    public static func json(_ timings: Timings) -> [UInt8] {
        var writer = JSONWriter()
        writer.object(.block) { writer in
            writer.key("schema_version")
            writer.integer(1)
            writer.key("jobs")
            writer.integer(timings.jobs)
            writer.key("specs")
            writer.integer(timings.specs)
            writer.key("specs_looked_at")
            writer.integer(timings.checks.specs)
            writer.key("elapsed")
            writer.array(.block) { writer in
                for phase in timings.phases {
                    writer.object { writer in
                        writer.key("phase")
                        writer.string(phase.name)
                        writer.key("nanoseconds")
                        writer.integer(phase.nanoseconds)
                    }
                }
            }
            writer.key("spent")
            writer.object(.block) { writer in
                writer.key("reading")
                writer.integer(timings.checks.spent.reading)
                writer.key("around_rules")
                writer.integer(timings.checks.spent.host)
                writer.key("plugins")
                writer.array(.block) { writer in
                    for plugin in timings.plugins { write(plugin, to: &writer) }
                }
            }
        }
        return writer.finish()
    }

    private static func write(_ plugin: Timings.Plugin, to writer: inout JSONWriter) {
        writer.object(.block) { writer in
            writer.key("plugin")
            writer.string(plugin.name)
            writer.key("nanoseconds")
            writer.integer(plugin.nanoseconds)
            writer.key("rules")
            writer.array(.block) { writer in
                for (name, time) in plugin.rules {
                    writer.object { writer in
                        writer.key("rule")
                        writer.string(name)
                        writer.key("nanoseconds")
                        writer.integer(time.nanoseconds)
                        writer.key("runs")
                        writer.integer(time.runs)
                    }
                }
            }
        }
    }

    private struct Row {
        var cells: [String]
        var isBold = false

        init(_ cells: [String], isBold: Bool = false) {
            self.cells = cells
            self.isBold = isBold
        }
    }

    private static func columns(_ part: Int, of whole: Int) -> [String] {
        let share = whole > 0 ? "\((part * 100 + whole / 2) / whole) %" : ""
        return [decimal(part, 1_000_000), share]
    }

    private static func each(_ nanoseconds: Int, _ count: Int) -> [String] {
        count > 0 ? ["\(count)", decimal(nanoseconds / count, 1_000)] : []
    }

    /// With one digit behind the point.
    private static func decimal(_ nanoseconds: Int, _ unit: Int) -> String {
        let tenths = (nanoseconds * 10 + unit / 2) / unit
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// The first column to the left, numbers to the right.
    private static func laidOut(_ rows: [Row], _ style: Style) -> String {
        let count = rows.map(\.cells.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { $0.cells.count > column ? $0.cells[column].displayWidth : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.cells.enumerated().map { column, cell in
                let blank = String(repeating: " ", count: widths[column] - cell.displayWidth)
                return column == 0 ? cell + (row.cells.count > 1 ? blank : "") : blank + cell
            }
            let line = cells.joined(separator: "  ")
            return (row.isBold ? style.bold(line) : line) + "\n"
        }.joined()
    }

    private static func remark(_ timings: Timings) -> String {
        let known = timings.specs - timings.checks.specs
        var text = "\(timings.checks.specs) specs looked at"
        if known > 0 { text += ", \(known) known from the cache (--no-cache looks at all)" }
        return text + "; --jobs \(timings.jobs)\n"
    }
}
