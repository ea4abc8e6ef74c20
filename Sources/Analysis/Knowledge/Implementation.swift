package import Architecture

/// What is known of a class or service that implements a component or a store.
package struct Implementation: Sendable {
  package let framework: String
  package let frameworkName: String
  package let names: [String]
  package let module: String?
  package let patterns: [ComponentKind]
  /// Whether its content survives a restart of the process; nil where it depends.
  package let isDurable: Bool?
  package let isSharedAcrossProcesses: Bool?
  /// The fields of a component or a store that hold unless the file says otherwise.
  package let behaviour: Record?
  package let note: String
  package let source: String

  init(_ record: Record, framework: String, frameworkName: String) {
    self.framework = framework
    self.frameworkName = frameworkName
    names = record.texts("names")
    module = record.text("module")
    patterns =
      record.type.index(of: "patterns") == nil
      ? [] : record.texts("patterns").compactMap(ComponentKind.init)
    isDurable = record.flag("durable")
    isSharedAcrossProcesses = record.flag("shared_across_processes")
    behaviour = record.section("behaviour")
    note = record.text("note") ?? ""
    source = record.text("source") ?? ""
  }

  /// What holds for a component unless it says otherwise. A class that is volatile only by default is as durable as
  /// the store that the component names.
  func behaviour(of component: Record) -> Record? {
    let namesStore = component.entry("store")?.value != nil
    return isDurable == nil && namesStore ? behaviour?.without("durability") : behaviour
  }

  /// The name that is never ambiguous: `langgraph.InMemorySaver`.
  package var fullName: String { "\(framework).\(names.first ?? "")" }

  /// Every name by which it may be meant, full ones apart from the short.
  package var fullNames: [String] {
    names.flatMap { name in ["\(framework).\(name)"] + (module.map { ["\($0).\(name)"] } ?? []) }
  }
}

extension Record {
  fileprivate func flag(_ name: String) -> Bool? {
    if case .boolean(let flag)? = entry(name)?.value { flag } else { nil }
  }
}
