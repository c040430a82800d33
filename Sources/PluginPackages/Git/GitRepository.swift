/// A repository elsewhere, and its mirror on this machine: bare, its branches and tags, all of what
/// they lead to.
///
/// What is asked of the mirror needs a `fetch()` before, in this run or an earlier one; what has to be
/// known of the repository itself is asked there. Any number of processes may use one mirror: one fetches
/// while the others wait. A fetch that fails leaves the mirror as usable as it was; one that was killed
/// leaves one that the next makes anew. git has to be 2.29 or later.
package struct GitRepository: Sendable {
    package let url: PackageURL
    /// The folder of the mirror, an absolute path; made when something is fetched. Private to its user,
    /// and may be removed at any time.
    package let folder: String
    let git: Git

    /// - Parameter folder: for this URL alone.
    package init(_ url: PackageURL, folder: String, git: Git) {
        self.url = url
        self.folder = folder
        self.git = git
    }

    /// Has it been fetched before, whole?
    package var isFetched: Bool {
        (try? MirrorFolder.forReading(folder))?.isWhole == true
    }

    /// The branches and tags of the repository itself, now; needs no mirror. Starts one process that
    /// talks to its host.
    package func remoteRefs() throws(PackageError) -> RemoteRefs {
        let most = git.limits.refs
        // A name has at most 200 bytes, and a tag two lines.
        let listed = try git.run(
            ["ls-remote", "--quiet", "--heads", "--tags", "--", url.location],
            .init(output: most * 550, isRemote: true))
        let refs = RemoteRefs(listed.output)
        if listed.isCut || refs.tags.count + refs.branches.count > most {
            throw PackageError(
                .refused, "the repository \"\(url.text)\" has more than \(most) branches and tags")
        }
        guard listed.code == 0 else { throw unreachable(listed) }
        return refs
    }

    /// Brings the mirror up to date; what the repository no longer has is gone from it, a tag that
    /// was moved is where it is now. Where nothing changed, nothing is fetched.
    @discardableResult
    package func fetch() throws(PackageError) -> RemoteRefs {
        let mirror = try MirrorFolder.forWriting(folder)
        let refs = try remoteRefs()
        let wasWhole = mirror.isWhole
        let known = wasWhole ? try localRefs(mirror) : RemoteRefs([])
        if wasWhole, known == refs { return refs }
        try mirror.begin()
        do throws(PackageError) {
            try removeRefs(of: known, notIn: refs, mirror)
            try fetch(refs, known, mirror)
        } catch {
            // Where git came to its own end, what it leaves is whole, if not what was asked for.
            mirror.abandon(isWhole: wasWhole && ![.interrupted, .late].contains(error.kind))
            throw error
        }
        try mirror.complete()
        return refs
    }

    private func localRefs(_ mirror: MirrorFolder) throws(PackageError) -> RemoteRefs {
        let listed = try git.run(
            [
                "for-each-ref", "refs/heads", "refs/tags",
                "--format=%(objectname)%09%(refname)%0a%(*objectname)%09%(refname)^{}",
            ], in: mirror.repository, .init(output: git.limits.refs * 1_000))
        guard listed.code == 0, !listed.isCut else { throw unreadable(listed) }
        return RemoteRefs(listed.output)
    }

    private func removeRefs(
        of known: RemoteRefs, notIn refs: RemoteRefs, _ mirror: MirrorFolder
    ) throws(PackageError) {
        let kept = Set(refs.objects.map { Array($0.name.utf8) })
        let gone = known.objects.filter { !kept.contains(Array($0.name.utf8)) }
        guard !gone.isEmpty else { return }
        let lines = gone.map { "delete \($0.name)\0\0" }.joined()
        let removed = try git.run(
            ["update-ref", "--stdin", "-z"], in: mirror.repository, input: Array(lines.utf8),
            .init(output: 1 << 16))
        guard removed.code == 0 else { throw unreadable(removed) }
    }

    /// Each is named: a host that tells of a few and then sends many sends them for nothing.
    private func fetch(
        _ refs: RemoteRefs, _ known: RemoteRefs, _ mirror: MirrorFolder
    ) throws(PackageError) {
        let there = Set(known.objects.map { Array("\($0.object) \($0.name)".utf8) })
        let wanted = refs.objects
            .filter { !there.contains(Array("\($0.object) \($0.name)".utf8)) }
            .map { "+\($0.name):\($0.name)\n" }
        guard !wanted.isEmpty else { return }
        let fetched = try git.run(
            [
                "fetch", "--quiet", "--no-progress", "--no-tags", "--no-write-fetch-head",
                "--no-auto-maintenance", "--no-recurse-submodules", "--no-show-forced-updates",
                "--stdin", "--", url.location,
            ], in: mirror.repository, input: Array(wanted.joined().utf8),
            .init(output: 1 << 16, isRemote: true))
        guard fetched.code == 0 else { throw unreachable(fetched) }
    }

    private func unreachable(_ output: ProgramOutput) -> PackageError {
        let said = Git.complaint(output)
        if said.contains("File too large") {
            return PackageError(
                .refused,
                "the repository \"\(url.text)\" has more than \(git.limits.fileBytes >> 20) MiB")
        }
        return PackageError(
            .unavailable, "the repository \"\(url.text)\" cannot be fetched: git says: \(said)")
    }

    func unreadable(_ output: ProgramOutput) -> PackageError {
        PackageError(
            .storage,
            "the mirror of \"\(url.text)\" in \"\(folder)\" cannot be read; remove that folder: git "
                + "says: \(Git.complaint(output))")
    }

    /// The mirror, held for reading.
    func mirror() throws(PackageError) -> MirrorFolder {
        guard let mirror = try MirrorFolder.forReading(folder), mirror.isWhole else {
            throw PackageError(
                .unavailable, "the repository \"\(url.text)\" was not fetched to this machine yet")
        }
        return mirror
    }
}
