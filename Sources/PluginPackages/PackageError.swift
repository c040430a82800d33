internal import Printable

/// Why a package cannot be had: of its source, of what lies there, or of how it goes with others.
package struct PackageError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Kind: Sendable, Equatable {
        /// What is written as a source, tag, commit or folder is none.
        case source
        /// There is no such tag, commit or folder.
        case missing
        /// Nothing could be fetched: no git, no network, no access.
        case unavailable
        /// It took too long, and was ended.
        case late
        /// What is there is not taken: a link, a name, a size, a kind of file.
        case refused
        /// What is asked for does not go together.
        case conflict
        /// The folder of the mirror cannot be used.
        case storage
        /// This process is asked to end.
        case interrupted
    }

    package var kind: Kind
    /// One line in lower case, safe to print.
    package var message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message.printable
    }

    package var description: String { message }
}
