internal import Perilune

/// Which day it is: somebody has to say, so that what depends on it is the same on every machine.
enum Today {
    /// The day as `2026-03-01`; nil where nobody said one.
    /// - Parameter asked: what stands behind `--today`; without it `SOURCE_DATE_EPOCH` may say.
    static func day(_ asked: String?) throws(Problem) -> String? {
        if let asked {
            let day = asked == "now" ? Day.text(secondsSince1970: Platform.clock) : asked
            guard let day, Day.isDay(day) else {
                throw Problem("--today is \"\(asked)\"; expected a day as 2026-03-01, or now")
            }
            return day
        }
        guard let epoch = Terminal.variable("SOURCE_DATE_EPOCH") else { return nil }
        guard let seconds = Int(epoch), let day = Day.text(secondsSince1970: seconds) else {
            throw Problem("SOURCE_DATE_EPOCH is \"\(epoch)\"; expected seconds since 1970")
        }
        return day
    }
}
