/// What a section of some name holds.
package struct SectionRole: Sendable {
    package let id: RoleID
    package let name: String
    /// The kinds that a table may list.
    package var tables: [KindID]
    package var list: KindID?
    package var labelledList: KindID?
    package var headings: KindID?
    package var bold: KindID?
    package var itself: KindID?
    package var named: KindID?
    /// The kind that each line of a code block is.
    package var code: KindID?
    /// Are sections below without items of their own groups of its items?
    package var groups: Bool
    /// The roles that the section must stand below one of; none where it may stand anywhere.
    package var within: [RoleID]

    /// Does it say anything about its items? Else the section around it does.
    package var holdsItems: Bool {
        !tables.isEmpty || list != nil || labelledList != nil || headings != nil || bold != nil
            || itself != nil || named != nil || code != nil
    }
}
