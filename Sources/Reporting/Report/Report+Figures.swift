internal import Analysis
internal import Auditing

extension Report {
  /// What the numbers of the file say of how much a finding matters; what its message says already is left out, and a
  /// nought, which says nothing of a finding that is there.
  package func figures(of finding: Finding) -> [SystemView.ForecastRow] {
    finding.judged.figures.compactMap { view.forecast($0, of: finding.subject) }.filter {
      !finding.message.contains($0.value) && $0.exact != .number(0)
    }
  }
}
