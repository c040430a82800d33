internal import Yaml

/// The product's version.
public let version = "0.1.0"

/// The version, and those of the C libraries inside.
public var fullVersion: String { "perilune \(version) (libyaml \(libyamlVersion))" }
