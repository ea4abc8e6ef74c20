internal import SourceText

extension Function {
  static let sizes: [Function] = [
    Function(
      name: "size",
      doc: "The number of code points of a text, of elements of a list, of entries of a map.",
      example: ("size('naïve') + [1, 2].size()", "7"), form: .both,
      signatures: [
        Signature([.string], .int), Signature([.list(.dyn)], .int),
        Signature([.map(.dyn, .dyn)], .int),
      ]
    ) { values, machine, span throws(EvaluationError) in
      switch values[0] {
      case .string(let text):
        try machine.charge(textOf: text.utf8.count, at: span)
        return .int(Int64(text.unicodeScalars.count))
      case .list(let list):
        if let doubt = list.doubt { return .unknown(doubt) }
        return .int(Int64(list.elements.count))
      case .map(let map): return .int(Int64(map.count))
      default: return nil
      }
    }
  ]
}
