internal import SpecModel

/// Finds, for each section of a template, the section of a document that stands for it.
///
/// From the outermost sections inwards, at each depth by what is surest: the same title at the same
/// place, a synonym there, the same title elsewhere, a synonym elsewhere, at last what is only
/// alike. Linear in the sections of the document but for the last, which looks at no more than
/// `Schema.limit` pairs of each section that is left.
struct SectionMatcher {
    private let sections: [Schema.Section]
    private let outline: SpecOutline
    private let document: ComparedDocument
    /// How many sections of the template bear a title.
    private var expectedKeys: [String: Int] = [:]

    /// By section of the template.
    private(set) var found: [Int?]
    private(set) var isRenamed: [Bool]
    /// By section of the document, the one of the template that it stands for.
    private(set) var taken: [Int: Int] = [:]

    init(_ schema: Schema, _ document: ComparedDocument) {
        sections = schema.sections
        outline = document.outline
        self.document = document
        found = Array(repeating: nil, count: sections.count)
        isRenamed = Array(repeating: false, count: sections.count)
        for section in sections { expectedKeys[section.meaning.key, default: 0] += 1 }
        let depths = sections.indices.map(depth)
        for depth in 0...(depths.max() ?? 0) {
            match(sections.indices.filter { depths[$0] == depth })
        }
    }

    /// The document's section around the place where one of the template is to stand.
    func anchor(of place: Int) -> Int? {
        var parent = sections[place].parent
        while let outer = parent {
            if let section = found[outer] { return section }
            parent = sections[outer].parent
        }
        return nil
    }

    /// The nearest section around one of the document that stands for one of the template.
    func holder(of section: Int) -> Int? {
        var outer = outline.parent(of: section)
        while let candidate = outer, taken[candidate] == nil {
            outer = outline.parent(of: candidate)
        }
        return outer
    }

    /// Sections beside one that bear its title once more.
    func duplicates(of section: Int) -> [Int] {
        let key = document.meanings[section]?.key ?? ""
        return (document.byKey[key] ?? []).filter {
            $0 != section && taken[$0] == nil
                && outline.parent(of: $0) == outline.parent(of: section)
        }
    }
}

extension SectionMatcher {
    private func depth(of place: Int) -> Int {
        var depth = 0
        var parent = sections[place].parent
        while let outer = parent {
            depth += 1
            parent = sections[outer].parent
        }
        return depth
    }

    private mutating func match(_ places: [Int]) {
        for place in places { take(place, sameTitle(place).filter { isAtHome($0, place) }) }
        for place in places { take(place, synonyms(place).filter { isAtHome($0, place) }) }
        for place in places where expectedKeys[sections[place].meaning.key] == 1 {
            take(place, sameTitle(place))
        }
        for place in places where isOnlyOfItsMeaning(place) { take(place, synonyms(place)) }
        matchAlike(places)
    }

    /// Takes the outermost of some sections, the first of several; none where one was taken.
    private mutating func take(_ place: Int, _ sections: [Int]) {
        guard found[place] == nil else { return }
        let free = sections.filter { taken[$0] == nil }
        let best = free.min {
            (outline.depth(of: $0), $0) < (outline.depth(of: $1), $1)
        }
        if let best { take(place, best) }
    }

    private mutating func take(_ place: Int, _ section: Int) {
        found[place] = section
        taken[section] = place
    }

    private func sameTitle(_ place: Int) -> [Int] {
        let key = sections[place].meaning.key
        return found[place] != nil || key.isEmpty ? [] : document.byKey[key] ?? []
    }

    /// Sections that mean the same, and bear the title of no other section of the template.
    private func synonyms(_ place: Int) -> [Int] {
        let meaning = sections[place].meaning
        guard found[place] == nil, let role = meaning.role else { return [] }
        let near = (meaning.row > 0 ? document.byRow[meaning.row] : document.byRole[role]) ?? []
        return near.filter { section in
            guard let theirs = document.meanings[section], expectedKeys[theirs.key] == nil else {
                return false
            }
            return theirs.isSynonym(of: meaning)
        }
    }

    private func isOnlyOfItsMeaning(_ place: Int) -> Bool {
        let meaning = sections[place].meaning
        return !sections.indices.contains {
            $0 != place && sections[$0].meaning.isSynonym(of: meaning)
        }
    }

    /// Does a section stand where the template has the other: below the same one, or below none?
    private func isAtHome(_ section: Int, _ place: Int) -> Bool {
        guard let anchor = anchor(of: place) else { return holder(of: section) == nil }
        return outline.isBelow(section, anchor)
    }

    // MARK: likeness

    /// Gives what is left to what is most alike: the most alike pair first.
    private mutating func matchAlike(_ places: [Int]) {
        var pairs: [(score: Double, place: Int, section: Int)] = []
        let free = document.candidates.compactMap { section in
            document.meanings[section].map { (section: section, meaning: $0) }
        }.filter { taken[$0.section] == nil && expectedKeys[$0.meaning.key] == nil }
        for place in places where found[place] == nil {
            for (section, meaning) in free.filter({ isBeside($0.section, place) })
                .prefix(Schema.limit)
            {
                let score = document.likeness.score(sections[place], section, meaning)
                if score >= SectionLikeness.least { pairs.append((score, place, section)) }
            }
        }
        pairs.sort { ($1.score, $0.place, $0.section) < ($0.score, $1.place, $1.section) }
        for (_, place, section) in pairs where found[place] == nil && taken[section] == nil {
            take(place, section)
            isRenamed[place] = true
        }
    }

    /// Is a section one that the template's would stand beside?
    private func isBeside(_ section: Int, _ place: Int) -> Bool {
        let outer = outline.parent(of: section)
        return outer == anchor(of: place)
    }
}
