internal import Architecture

extension Fact {
  /// What measurements say about what is declared.
  static let measuring: [Fact] = [
    .of(.stores, "has_measured_latency", .boolean, "Whether a measurement tells the latency.") {
      system, part, _ in
      .boolean(!system.measured[part.reading.path, default: []].isEmpty)
    },
    .of(
      .stores, "contradicts_measurement", .boolean,
      "Whether a latency was measured that is more than 10 % worse than what is declared."
    ) { system, part, inputs in
      contradiction(
        system.measured[part.reading.path, default: []], of: part.reading.latency, &inputs)
    },
    .ofSystem(
      "has_measured_load_test", .boolean, "Whether a measurement tells the load test's p95."
    ) {
      system, _ in
      .boolean(!system.measured[loadTest, default: []].isEmpty)
    },
    .ofSystem(
      "contradicts_measurement", .boolean,
      "Whether a p95 was measured that is more than 10 % worse than the load test's declared one."
    ) { system, inputs in
      contradiction(
        system.measured[loadTest, default: []], of: system.root.validation.load_test, &inputs)
    },
  ]

  /// The names of those that rest on evidence.
  package static let namesOfMeasuring: Set<String> = Set(measuring.map(\.name))

  private static let loadTest = "validation.load_test"

  /// The times below a record are what the answer rests on.
  private static func contradiction(
    _ measurements: [Measurement], of record: Reading, _ inputs: inout Inputs
  ) -> Value {
    for measurement in measurements {
      if let name = measurement.path.split(separator: ".").last {
        _ = inputs.number(record[String(name)])
      }
    }
    return .boolean(measurements.contains(where: \.isContradiction))
  }
}
