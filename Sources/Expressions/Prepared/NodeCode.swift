/// How the bytes of an expression tell apart what its parts are.
enum NodeCode: UInt8 {
  case constant = 1
  case local
  case failure
  case binding
  case list
  case map
  case fieldOfRecord
  case fieldByName
  case presence
  case declared
  case certain
  case possible
  case index
  case shared
  case binary
  case textEquality
  case negative
  case and
  case or
  case not
  case conditional
  case all
  case exists
  case existsOne
  case listTransform
  case mapTransform
  case call
  case match
  case later
}

/// The same of values that are written in expressions.
enum ValueCode: UInt8 {
  case null = 1
  case no
  case yes
  case int
  case double
  case string
  case list
  case map
}

/// The same of types.
enum TypeCode: UInt8 {
  case null = 1
  case bool
  case int
  case double
  case string
  case choice
  case list
  case map
  case duration
  case timestamp
  case record
  case dyn
  case nothing
}
