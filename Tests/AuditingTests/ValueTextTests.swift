import Architecture
import Expressions
import Testing

@testable import Auditing

struct ValueTextTests {
  @Test(arguments: [
    (0.0, "0 %"), (0.000001, "0.0001 %"), (0.0000009, "under 0.0001 %"), (1e-12, "under 0.0001 %"),
    (0.12, "12 %"), (0.125, "12.5 %"), (0.98765, "98.8 %"), (0.99, "99 %"), (0.995, "99.5 %"),
    (0.999, "99.9 %"), (0.9985005, "99.85 %"), (0.9995, "99.95 %"), (0.9999, "99.99 %"),
    (0.99999, "99.999 %"), (0.9999999, "99.99999 %"), (1 - 1e-13, "over 99.999999999 %"),
    (1.0, "100 %"), (1.5, "150 %"),
  ])
  func sharesKeepTheirNines(share: Double, text: String) {
    #expect(ValueText.text(.double(share), as: .share) == text)
    #expect(ValueText.text(.double(share), as: .percentage) == text)
  }

  @Test(arguments: [
    (0.9999, "1 s"), (0.999, "999 ms"), (59.996, "1 min"), (59.6, "59.6 s"), (0.0009999, "1 ms"),
    (3599.9999, "1 h"), (0.00005, "50 µs"), (0, "0 s"),
  ])
  func unitsAreChosenByWhatIsRead(seconds: Double, text: String) {
    #expect(ValueText.duration(seconds: seconds) == text)
  }
}
