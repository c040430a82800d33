internal import SpecModel

/// How a document writes its headings.
struct HeadingForm {
    private let layout: Layout

    init(_ layout: Layout) { self.layout = layout }

    /// What stands between the number of a heading and its title: `. ` in `## 3. Risks`.
    func gap(behind number: String) -> String {
        let depth = number.split(separator: ".").count
        let sections = layout.spec.sections
        let gaps = sections.compactMap { section in
            section.number.map {
                (depth: $0.split(separator: ".").count, gap: gap(of: section, $0))
            }
        }
        let found = gaps.first { $0.depth == depth } ?? gaps.first
        return found?.gap ?? (depth > 1 ? " " : ". ")
    }

    private func gap(of section: Section, _ number: String) -> String {
        let front = SourceRange(section.headingRange.start, section.titleRange.start)
        guard let found = layout.source.last(number, in: front) else { return ". " }
        let gap = layout.source.text(SourceRange(found.end, section.titleRange.start))
        return gap.isEmpty ? " " : gap
    }

    /// A heading of a level, in the form of ATX.
    func heading(_ new: EditRequest.NewSection, level: Int) -> String {
        let number = new.number.map { $0.isEmpty ? "" : $0 + gap(behind: $0) } ?? ""
        let title = MarkdownText.escaped(new.title, isBlockStart: false)
        return String(repeating: "#", count: min(max(level, 1), 6)) + " " + number + title
    }
}
