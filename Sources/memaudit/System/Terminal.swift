internal import Glibc
internal import SourceText

/// Where the program writes: reports to standard output, messages to standard error.
struct Terminal: Sendable {
  enum Stream: Int32, Sendable {
    case output = 1
    case error = 2
  }

  enum ColorChoice: String, CaseIterable, Sendable {
    case auto
    case always
    case never
  }

  let paint: Paint
  let errorPaint: Paint
  let width: Int
  /// The file to which a runner of GitHub wants what its page for the job shows; nil elsewhere.
  let jobSummary: String?
  /// Whether a runner of GitHub takes what is written for commands.
  private let isReadByRunner: Bool

  init(_ choice: ColorChoice) {
    paint = Paint(isOn: Self.wantsColor(choice, on: .output))
    errorPaint = Paint(isOn: Self.wantsColor(choice, on: .error))
    width = Self.columns
    let summary = Self.environment("GITHUB_STEP_SUMMARY")
    jobSummary = summary.isEmpty ? nil : summary
    isReadByRunner = Self.environment("GITHUB_ACTIONS") == "true"
  }

  /// Writes everything, or says that it could not.
  func write(_ text: String, to stream: Stream = .output) -> ExitCode {
    var text = stream == .error ? forPeople(text) : text
    let written = text.withUTF8 { writeAll($0, to: stream.rawValue) }
    // Who reads no further has seen enough; what else is written and the exit stay as they are.
    guard !written, stream == .output, errno != EPIPE else { return .passed }
    return complain(
      Complaint("standard output could not be written: \(lastError())"), exit: .defect)
  }

  /// Writes to standard output what nothing but people read.
  func show(_ text: String) -> ExitCode { write(forPeople(text)) }

  private func forPeople(_ text: String) -> String {
    isReadByRunner ? withoutWorkflowCommands(text) : text
  }

  /// Tells people what was done, each sentence on lines of its own.
  func tell(_ sentences: [String]) -> ExitCode {
    write(
      sentences.map { lines(of: $0, to: width, first: "", rest: "") }.joined(), to: .error)
  }

  /// Tells a problem that has no place in a file.
  func complain(_ complaint: Complaint, exit: ExitCode) -> ExitCode {
    write(rendered(complaint), to: .error) | exit
  }

  func rendered(_ complaint: Complaint) -> String {
    // A message stays in one line, as it does where it has a place in a file.
    let message = "\(errorPaint("error:", .red)) \(printable(complaint.message))\n"
    return message + (complaint.help.map { helpLines($0, to: width, paint: errorPaint) } ?? "")
  }

  /// How far long work has come, on a terminal only; it goes away when all is done.
  func showProgress(_ done: Int, of all: Int) {
    guard all > 500, isatty(Stream.error.rawValue) == 1 else { return }
    let text = done < all ? "\r\(grouped(Int64(done))) of \(grouped(Int64(all)))" : "\r\u{1B}[K"
    _ = write(text, to: .error)
  }

  private static func wantsColor(_ choice: ColorChoice, on stream: Stream) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto:
      isatty(stream.rawValue) == 1 && environment("NO_COLOR").isEmpty
        && environment("TERM") != "dumb"
    }
  }

  private static var columns: Int {
    var size = winsize()
    let isKnown = ioctl(Stream.output.rawValue, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? min(Int(size.ws_col), 120) : 80
  }

  private static func environment(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }
}
