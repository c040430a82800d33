import Perilune

@main
struct PeriluneCommand {
    static func main() {
        print(version)
    }
}
