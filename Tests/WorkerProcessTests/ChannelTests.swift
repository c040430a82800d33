import Testing
import WorkerProcess

struct ChannelTests {
    @Test func `a worker says that it is locked, then answers each frame in order`() throws {
        var group = Workers.group()
        let worker = try group.start()
        group.send(Array("echo one".utf8), to: worker, deadline: 30)
        group.send(Array("echo ".utf8), to: worker, deadline: 30)
        guard case .ready(worker, let lock) = group.next() else {
            Issue.record("no report")
            return
        }
        #expect(lock.missing == [:])
        #expect(group.next() == .frame(worker, Array("one".utf8)))
        #expect(group.next() == .frame(worker, []))
        #expect(group.next() == nil)
    }
}
