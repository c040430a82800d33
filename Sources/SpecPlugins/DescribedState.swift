internal import LuaSandbox
internal import Synchronization

/// The Lua state that a plugin was loaded and described in, for its first session to go on with:
/// compiling the host's libraries and the plugin a second time would cost more than most runs.
///
/// A plugin is a value that may be on several threads, its state can
/// be taken once.
package final class DescribedState: Sendable {
    private let sandbox: Mutex<Sandbox?>

    init(_ sandbox: consuming sending Sandbox) {
        self.sandbox = Mutex(consume sandbox)
    }

    /// The state, the first time; nil from then on.
    func take() -> sending Sandbox? {
        sandbox.withLock { $0.take() }
    }
}
