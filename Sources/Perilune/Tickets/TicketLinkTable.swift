internal import SpecPlugins

/// Links that are found by what they say: a tracker has a uid once, and a key once.
struct TicketLinkTable {
    /// In the order in which they came; nil for one that another took the place of.
    private var all: [TicketLink?] = []
    private var places: [Name: Int] = [:]

    /// Two texts that Swift calls equal may be two names of files, so names are bytes.
    private struct Name: Hashable {
        var tracker: [UInt8]
        var isKey: Bool
        var text: [UInt8]
    }

    var links: [TicketLink] { all.compactMap { $0 } }

    /// Takes a link over. It stands for the one with its key or, where there is none, its uid.
    /// - Returns: was there such a one?
    mutating func take(_ link: TicketLink) -> Bool {
        let names = Self.names(of: link)
        let byUid = places[names.uid]
        let byKey = places[names.key]
        let place = byKey ?? byUid ?? all.count
        // The ticket that had this uid is another one now; a uid has one ticket.
        if let byUid, byUid != place { forget(byUid) }
        forget(place)
        if place == all.count { all.append(link) } else { all[place] = link }
        places[names.uid] = place
        places[names.key] = place
        return byKey != nil || byUid != nil
    }

    private mutating func forget(_ place: Int) {
        guard place < all.count, let link = all[place] else { return }
        let names = Self.names(of: link)
        places[names.uid] = nil
        places[names.key] = nil
        all[place] = nil
    }

    private static func names(of link: TicketLink) -> (uid: Name, key: Name) {
        let tracker = Array(link.tracker.utf8)
        return (
            Name(tracker: tracker, isKey: false, text: Array(link.uid.utf8)),
            Name(tracker: tracker, isKey: true, text: Array(link.key.utf8))
        )
    }
}
