extension String {
    /// A cell of CSV that no spreadsheet takes for a formula or eats the first byte of: with an
    /// apostrophe in front where it would. A cell that already looks guarded is guarded once more,
    /// so that dropping one apostrophe always gives the text back.
    ///
    /// The list is OWASP's ("CSV Injection"), with the full-width forms. `Host/csv.lua` does the same.
    package var guardedCell: String {
        let first = unicodeScalars.drop { $0 == "'" }.first
        let isFormula = first.map {
            "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0)
        }
        return isFormula == true ? "'" + self : self
    }
}
