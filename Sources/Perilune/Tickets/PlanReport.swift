internal import Printable
public import SpecPlugins

/// What an export would have done in trackers.
public struct PlanReport: Sendable {
    private let tickets: [PlannedTicket]

    public init(_ tickets: [PlannedTicket]) { self.tickets = tickets }

    /// Was there anything to plan?
    public var isEmpty: Bool { tickets.isEmpty }

    /// New tickets that are perhaps known ones in other words.
    public var matches: PlanReport { PlanReport(tickets.filter { $0.operation == .match }) }

    /// What nothing in the specs stands for any more.
    public var vanished: PlanReport { PlanReport(tickets.filter { $0.operation == .vanished }) }

    /// A line for each ticket but those that are as they were: what is to be done, the tracker's key,
    /// the uid, the title.
    public func text(style: Style = .plain) -> String {
        let shown = tickets.filter { $0.operation != .noop }
        let rows = shown.map { ticket in
            [
                ticket.operation.rawValue, (ticket.key ?? "-").printable,
                ticket.uid.printable + (ticket.was.map { " (was \($0))" } ?? "").printable,
            ]
        }
        let widths = (0..<3).map { column in rows.map { $0[column].displayWidth }.max() ?? 0 }
        return zip(rows, shown).map { row, ticket in
            let cells = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.displayWidth)
            }
            return style.bold(cells[0]) + "  " + cells[1...].joined(separator: "  ") + "  "
                + ticket.title.printable + "\n"
        }.joined()
    }

    /// `2 to create, 1 to update, 30 as they were, 1 vanished`.
    public var summary: String {
        let words: [(PlannedTicket.Operation, String)] = [
            (.create, "to create"), (.update, "to update"), (.match, "perhaps known"),
            (.noop, "as they were"), (.vanished, "vanished"),
        ]
        let parts = words.compactMap { operation, words in
            let count = tickets.count { $0.operation == operation }
            return count == 0 ? nil : "\(count) \(words)"
        }
        return parts.isEmpty ? "no tickets" : parts.joined(separator: ", ")
    }
}
