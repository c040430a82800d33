/// What a section of some name holds.
package final class SectionRole: Sendable {
    package let id: RoleID
    package let name: String
    /// The kinds that a table may list.
    package let tables: [KindID]
    package let list: KindID?
    package let labelledList: KindID?
    package let headings: KindID?
    package let bold: KindID?
    package let itself: KindID?
    package let named: KindID?
    /// The kind that each line of a code block is.
    package let code: KindID?
    /// Are sections below without items of their own groups of its items?
    package let groups: Bool
    /// The roles that the section must stand below one of; none where it may stand anywhere.
    package let within: [RoleID]
    /// What a section below, whose name means nothing, holds: its tables, and its lists only where
    /// such sections are groups.
    package let below: SectionRole?

    init(
        id: RoleID, name: String, tables: [KindID], list: KindID?, labelledList: KindID?,
        headings: KindID?, bold: KindID?, itself: KindID?, named: KindID?, code: KindID?,
        groups: Bool, within: [RoleID], isBelow: Bool = false
    ) {
        self.id = id
        self.name = name
        self.tables = tables
        self.list = list
        self.labelledList = labelledList
        self.headings = headings
        self.bold = bold
        self.itself = itself
        self.named = named
        self.code = code
        self.groups = groups
        self.within = within
        below =
            isBelow
            ? nil
            : SectionRole(
                id: id, name: name, tables: tables, list: groups ? list : nil,
                labelledList: groups ? labelledList : nil, headings: headings, bold: bold,
                itself: itself, named: groups ? named : nil, code: code, groups: groups,
                within: within, isBelow: true)
        holdsItems =
            !tables.isEmpty || list != nil || labelledList != nil || headings != nil
            || bold != nil || itself != nil || named != nil || code != nil
    }

    /// Does it say anything about its items? Else the section around it does.
    package let holdsItems: Bool
}
