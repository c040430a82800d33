/// A kind of item: its fields, and how a table or a heading says them.
package final class ItemKind: Sendable {
    package let id: KindID
    package let name: String
    /// In canonical order.
    package let fields: [FieldDeclaration]
    /// The fields that say which item it is, in the vocabulary's order.
    package let identity: [FieldDeclaration]
    /// A table lists the kind only if it has columns for all of these.
    package let needs: [FieldDeclaration]
    /// The field that takes all columns that nobody knows, by their names.
    package let rest: FieldDeclaration?
    /// The field that a text without any label is.
    package let mainField: String
    /// Does a table with all columns that the kind needs list it wherever it stands?
    package let anywhere: Bool
    /// Does it have words that are no part of an item's name?
    package let hasPrefixes: Bool

    init(
        id: KindID, name: String, fields: [FieldDeclaration], identity: [FieldDeclaration],
        rest: FieldDeclaration?, anywhere: Bool, hasPrefixes: Bool
    ) {
        self.id = id
        self.name = name
        self.fields = fields
        self.identity = identity
        needs = fields.filter { $0.traits.contains(.needed) }
        self.rest = rest
        mainField = identity.first?.name ?? fields.first?.name ?? "text"
        self.anywhere = anywhere
        self.hasPrefixes = hasPrefixes
    }

    /// What a field of the kind is; nothing where the kind has no such field.
    package func traits(of field: String) -> FieldTraits {
        fields.first { $0.name == field }?.traits ?? []
    }

    /// What a field of the kind is; nothing where the kind has no such field.
    package func traits(of field: FieldID) -> FieldTraits {
        fields.first { $0.id == field }?.traits ?? []
    }

    package func hasField(_ name: String) -> Bool { fields.contains { $0.name == name } }
}

/// A field of a kind.
package struct FieldDeclaration: Sendable {
    package let id: FieldID
    package let name: String
    package let traits: FieldTraits
}

/// What a field is, and what it is for.
package struct FieldTraits: OptionSet, Sendable {
    package let rawValue: Int

    @inlinable @inline(__always)
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Does it have all of these?
    @inlinable @inline(__always)
    package func contains(_ traits: FieldTraits) -> Bool {
        rawValue & traits.rawValue == traits.rawValue
    }

    /// Reads as a level.
    @inlinable @inline(__always)
    package static var level: FieldTraits { FieldTraits(rawValue: 1) }
    /// Is an array.
    @inlinable @inline(__always)
    package static var list: FieldTraits { FieldTraits(rawValue: 2) }
    /// Is a boolean.
    @inlinable @inline(__always)
    package static var flag: FieldTraits { FieldTraits(rawValue: 4) }
    /// Reads as a number.
    @inlinable @inline(__always)
    package static var number: FieldTraits { FieldTraits(rawValue: 64) }
    /// A template fills it by itself.
    @inlinable @inline(__always)
    package static var frame: FieldTraits { FieldTraits(rawValue: 8) }
    /// A table without it does not list the kind.
    @inlinable @inline(__always)
    package static var needed: FieldTraits { FieldTraits(rawValue: 16) }
    /// May say a date.
    @inlinable @inline(__always)
    package static var date: FieldTraits { FieldTraits(rawValue: 32) }
}
