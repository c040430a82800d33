internal import Printable

/// What holds on a machine, as `perilune doctor` prints it.
public struct DoctorReport: Sendable {
    /// `Linux 6.1.0 x86_64`.
    public var platform: String
    public var diagnoses: [Diagnosis]

    public init(platform: String, diagnoses: [Diagnosis]) {
        self.platform = platform
        self.diagnoses = diagnoses
    }

    /// Does everything hold that must?
    public var isWell: Bool { diagnoses.allSatisfy { $0.holds || !$0.isRequired } }

    /// A line each, with a second one below what does not hold.
    public func text(style: Style = .plain) -> String {
        let width = diagnoses.map(\.name.count).max() ?? 0
        var text = "\(fullVersion), \(platform.printable)\n"
        for diagnosis in diagnoses {
            let gap = String(repeating: " ", count: width - diagnosis.name.count + 2)
            text += diagnosis.holds ? style.added("ok") + "       " : style.error("missing") + "  "
            text += style.bold(diagnosis.name) + gap + diagnosis.detail.printable + "\n"
            if let advice = diagnosis.advice { text += "         \(advice)\n" }
        }
        return text
    }

    /// One object, additive changes only.
    public func json() -> [UInt8] {
        var writer = JSONWriter()
        writer.object(.block) { writer in
            writer.member("schema_version", 1)
            writer.member("version", version)
            writer.member("platform", platform)
            writer.member("well", isWell)
            writer.array("checks", .block) { writer in
                for diagnosis in diagnoses {
                    writer.object { writer in
                        writer.member("name", diagnosis.name)
                        writer.member("holds", diagnosis.holds)
                        writer.member("required", diagnosis.isRequired)
                        writer.member("detail", diagnosis.detail)
                        writer.member("advice", diagnosis.advice)
                    }
                }
            }
        }
        return writer.finish()
    }
}
