import Testing

@testable import Analysis

@Suite struct FactTests {
  @Test func everyFactIsNamedOnceAndDescribedInASentence() {
    for owner in Fact.Owner.all {
      let names = Fact.all(of: owner).map(\.name)
      #expect(Set(names).count == names.count)
    }
    for fact in Fact.all {
      #expect(fact.doc.hasSuffix(".") && !fact.doc.contains(". "), "\(fact.name)")
    }
  }
}
