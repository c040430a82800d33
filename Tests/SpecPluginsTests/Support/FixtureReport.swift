import Foundation
import SpecModel
import SpecPlugins
import SpecReading
import TestSupport

/// Everything that a plugin says about a spec, as the text of a golden file.
struct FixtureReport {
    private var lines: [String] = []

    /// A folder with a plugin's files and, where its code is to run, `spec.md`.
    static func of(folder: URL) throws -> String {
        let files = try PluginFiles(folder: folder, name: "demo")
        let path = folder.appending(path: "spec.md")
        let spec = try? SpecReader().read([UInt8](Data(contentsOf: path)), path: "spec.md")
        return of(files, spec.map { [$0] } ?? [])
    }

    static func of(_ files: PluginFiles, _ specs: [Spec]) -> String {
        var report = FixtureReport()
        do throws(PluginFailure) {
            let plugin = try Plugin(files)
            report.describe(plugin)
            var session = try PluginSession(plugin)
            report.check(specs, &session)
            report.transform(specs, &session)
            report.export(specs, &session)
        } catch {
            report.lines.append(Rendering.line(error))
        }
        return report.lines.joined(separator: "\n") + "\n"
    }

    private mutating func describe(_ plugin: Plugin) {
        lines += plugin.checks.map { "check \($0.name) \($0.severity.rawValue) each \($0.each)" }
        lines += plugin.transforms.map { "transform \($0.name)" }
        lines += plugin.exports.map {
            "export \($0.name): " + $0.outputs.map(\.name).joined(separator: ", ")
        }
    }

    private mutating func check(_ specs: [Spec], _ session: inout PluginSession) {
        let requests = session.plugin.checks.map {
            CheckRequest(name: $0.name, severity: $0.severity, options: [:])
        }
        for spec in specs {
            let result = session.check(spec, requests)
            lines += result.findings.map(Rendering.line) + result.failures.map(Rendering.line)
        }
        let result = session.checkWorkspace(specs, requests)
        lines += result.findings.map(Rendering.line) + result.failures.map(Rendering.line)
    }

    private mutating func transform(_ specs: [Spec], _ session: inout PluginSession) {
        for transform in session.plugin.transforms {
            for spec in specs {
                do throws(PluginFailure) {
                    let edits = try session.transform(transform.name, spec, options: [:])
                    lines += edits.map { "\(transform.name): " + Rendering.line($0, spec) }
                } catch {
                    lines.append(Rendering.line(error))
                }
            }
        }
    }

    private mutating func export(_ specs: [Spec], _ session: inout PluginSession) {
        guard !specs.isEmpty else { return }
        for export in session.plugin.exports {
            do throws(PluginFailure) {
                let artifact = try session.export(export.name, specs, options: [:])
                for file in artifact.files {
                    lines.append("--- \(file.name)")
                    lines.append(String(decoding: file.bytes, as: UTF8.self))
                }
            } catch {
                lines.append(Rendering.line(error))
            }
        }
    }
}
