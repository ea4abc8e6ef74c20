// What the fuzzer calls. `--target=NAME` says what is tried; `--seeds=FOLDER` fills a folder to begin with.
internal import Foundation
internal import FuzzTargets

private func option(_ name: String) -> String? {
  let start = "--\(name)="
  return CommandLine.arguments.first { $0.hasPrefix(start) }.map {
    String($0.dropFirst(start.count))
  }
}

private let target: FuzzTarget = {
  guard let target = option("target").flatMap(FuzzTarget.init) else {
    fatalError("--target=\(FuzzTarget.allCases.map(\.rawValue).joined(separator: "|"))")
  }
  return target
}()

@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutableRawPointer, _ arguments: UnsafeMutableRawPointer
) -> CInt {
  guard let folder = option("seeds") else { return 0 }
  do {
    let here = URL(filePath: FileManager.default.currentDirectoryPath)
    try Seeds(root: here).write(for: target, to: folder)
  } catch {
    fatalError("\(folder): \(error)")
  }
  return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let complaints = target.complaints(about: bytes, allowing: .seconds(1))
  if let complaint = complaints.first { fatalError(complaint) }
  return 0
}
