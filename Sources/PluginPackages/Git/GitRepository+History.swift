internal import Printable

extension GitRepository {
    /// The commit that a tag, a branch, a commit's name or the first 7 digits or more of one leads to,
    /// in the mirror.
    package func resolve(_ revision: String) throws(PackageError) -> ObjectID {
        let bytes = Array(revision.utf8)
        let isDigits = (7...64).contains(bytes.count) && bytes.allSatisfy(ObjectID.isDigit)
        guard RefName.isPart(revision) else {
            throw PackageError(
                .source,
                "\"\(revision.prefix(200))\" is no name of a tag, a branch or a commit")
        }
        let isWhole = ObjectID(revision) != nil
        var names = isWhole ? [] : [RefName.tags + revision, RefName.branches + revision]
        if isDigits { names.append(revision) }
        let mirror = try mirror()
        for answer in try look(up: names.map { $0 + "^{commit}" }, mirror) {
            if case .there(let id, "commit") = answer { return id }
            if case .ambiguous = answer {
                throw PackageError(
                    .missing,
                    "\"\(revision)\" begins the names of several objects of \"\(url.text)\"; write "
                        + "all 40 digits")
            }
        }
        throw PackageError(
            .missing,
            isWhole
                ? "\"\(url.text)\" has no commit \(revision) on a branch or a tag"
                : "\"\(url.text)\" has no tag, branch or commit \"\(revision)\"")
    }

    /// Does a branch or a tag of the mirror lead to a commit? A host may hand out others: those of
    /// another's copy of the repository, which nobody here has taken over.
    package func isReachable(_ commit: ObjectID) throws(PackageError) -> Bool {
        let mirror = try mirror()
        guard case .there(_, "commit")? = try look(up: [commit.text], mirror).first else {
            return false
        }
        let listed = try git.run(
            [
                "for-each-ref", "--count=1", "--format=%(refname)", "--contains=\(commit.text)",
                "refs/heads", "refs/tags",
            ], in: mirror.repository, .init(output: 1 << 16))
        guard listed.code == 0 else { throw unreadable(listed) }
        return !listed.output.isEmpty
    }

    /// What commits say of themselves, the newest first.
    package struct Log: Sendable, Equatable {
        /// First lines, safe to print, cut where they are long.
        package var subjects: [String]
        /// Are there more than were asked for?
        package var isCut: Bool
    }

    /// The commits that lead to one and not to another.
    /// - Parameters:
    ///   - subdir: only those that change something there.
    ///   - most: how many are listed.
    package func log(
        from: ObjectID, to: ObjectID, subdir: String = "", most: Int = 50
    ) throws(PackageError) -> Log {
        let mirror = try mirror()
        for (commit, found) in zip([from, to], try look(up: [from.text, to.text], mirror)) {
            if case .there(_, "commit") = found { continue }
            throw PackageError(
                .missing, "\"\(url.text)\" has no commit \(commit.text) on a branch or a tag")
        }
        let listed = try git.run(
            [
                "rev-list", "--max-count=\(most + 1)", "--encoding=UTF-8",
                "--format=tformat:%<(120,trunc)%s", to.text, "^\(from.text)", "--",
            ] + (subdir.isEmpty ? [] : [subdir]), in: mirror.repository,
            .init(output: (most + 1) * 2_000))
        guard listed.code == 0 || listed.isCut else { throw unreadable(listed) }
        // Each has two lines, of which the first names it.
        let subjects = listed.output.split(separator: UInt8(ascii: "\n"))
            .filter { !$0.starts(with: "commit ".utf8) || $0.count != 7 + to.text.utf8.count }
            .map { line in
                String(printable: line.reversed().drop { $0 == 0x20 }.reversed())
            }
        return Log(
            subjects: Array(subjects.prefix(most)), isCut: listed.isCut || subjects.count > most)
    }

    /// What stands behind the name of an object.
    enum LookedUp {
        case there(ObjectID, String)
        case missing, ambiguous
    }

    /// - Parameter names: without a line feed; one process looks up all.
    func look(up names: [String], _ mirror: MirrorFolder) throws(PackageError) -> [LookedUp] {
        guard !names.isEmpty else { return [] }
        let answer = try git.run(
            ["cat-file", "--batch-check=%(objectname) %(objecttype)"], in: mirror.repository,
            input: Array(names.map { $0 + "\n" }.joined().utf8),
            .init(output: names.count * 1_000))
        guard answer.code == 0 else { throw unreadable(answer) }
        return answer.output.split(separator: UInt8(ascii: "\n")).map { line in
            let words = line.split(separator: UInt8(ascii: " "))
            if line.hasSuffix(" ambiguous") { return .ambiguous }
            guard words.count == 2, let id = ObjectID(Array(words[0])) else { return .missing }
            return .there(id, String(decoding: words[1], as: UTF8.self))
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func hasSuffix(_ text: String) -> Bool {
        suffix(text.utf8.count).elementsEqual(text.utf8)
    }
}
