internal import LuaSandbox

/// Writes options as plugins see them: every declared one, with its default where nothing is set.
enum OptionsFrame {
    static func single(_ declared: [OptionDeclaration], _ set: [String: OptionValue]) -> Frame {
        var builder = FrameBuilder()
        write(declared, set, to: &builder)
        return builder.finish()
    }

    static func write(
        _ declared: [OptionDeclaration], _ set: [String: OptionValue],
        to builder: inout FrameBuilder
    ) {
        builder.record { builder in
            for option in declared {
                builder.key(option.name)
                write(set[option.name] ?? option.defaultValue, to: &builder)
            }
        }
    }

    private static func write(_ value: OptionValue, to builder: inout FrameBuilder) {
        switch value {
        case .boolean(let value): builder.boolean(value)
        case .integer(let value): builder.integer(value)
        case .number(let value): builder.number(value)
        case .string(let value): builder.string(value)
        case .list(let values):
            builder.list { builder in
                for value in values { builder.string(value) }
            }
        }
    }
}
