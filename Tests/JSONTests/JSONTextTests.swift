import Foundation
import Testing

@testable import JSON

@Suite struct JSONTextTests {
  private let value: JSONValue = [
    "b": [1, true, .null, .double(0.5), .double(2)], "a": ["empty": [], "none": .object([])],
    "text": "\"quoted\" \\ \u{1}</script>\u{2028}é\n",
  ]

  @Test func objectsKeepTheirOrder() {
    #expect(
      value.compact
        == #"{"b":[1,true,null,0.5,2],"a":{"empty":[],"none":{}},"#
        + #""text":"\"quoted\" \\ \u0001\u003c/script>\u2028é\n"}"#)
  }

  @Test func prettyTextIsIndented() {
    #expect(
      (["a": [1, ["b": .null]]] as JSONValue).pretty == """
        {
          "a": [
            1,
            {
              "b": null
            }
          ]
        }

        """)
  }

  @Test func anotherReaderReadsIt() throws {
    for text in [value.pretty, value.compact] {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      #expect(object["text"] as? String == "\"quoted\" \\ \u{1}</script>\u{2028}é\n")
      #expect((object["b"] as? [Any])?.count == 5)
    }
  }

  @Test func numbersThatJSONCannotWriteAreNull() {
    #expect(JSONValue.array([.double(.nan), .double(.infinity)]).compact == "[null,null]")
  }
}
