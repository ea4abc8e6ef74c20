/// What benchmarks need that no other program has. Build in release mode.
///
/// - `expressions` prints the speed of the expression language against its bars.
/// - `generate FOLDER COUNT` writes architectures of about sixty lines.
/// - `wide COUNT` prints one architecture with so many components.
let words = Array(CommandLine.arguments.dropFirst())
switch words.first {
case "expressions":
  measureEvaluation()
  measureCompilation()
case "generate" where words.count == 3:
  var generator = Generator(seed: 20_260_901)
  for number in 0..<(Int(words[2]) ?? 0) {
    let digits = String(number)
    let name = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    write(generator.architecture(number), to: "\(words[1])/\(name).arch.yaml")
  }
case "wide" where words.count == 2:
  var generator = Generator(seed: 20_260_901)
  print(generator.wide(components: Int(words[1]) ?? 10), terminator: "")
default:
  print("memaudit-bench expressions | generate FOLDER COUNT | wide COUNT")
}
