/// What stands around the reviews: the policy, the style, the heading, the choice of a theme, the script.
struct HTMLPage {
  let title: String
  let content: Markup
  let toolVersion: String

  var markup: Markup {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="generator" content="memaudit \(toolVersion)">
    <title>\(title) – memory architecture review</title>
    <link rel="icon" href="data:,">
    <style>\(Markup(verbatim: HTMLStyle.sheet))</style>
    </head>
    <body>
    <a class="skip" href="#\(Anchor.content.name)">Skip to the content</a>
    <header class="bar">
    <h1>Memory architecture review</h1>
    <fieldset class="themes"><legend class="unseen">Theme</legend>
    \(["Auto", "Light", "Dark"].map(Self.theme))</fieldset>
    </header>
    <main id="\(Anchor.content.name)">
    \(content)</main>
    <footer class="bar"><p>Written by <a href="\(Project.home)">memaudit</a> \(toolVersion). \
    This page holds everything that it shows and asks no network for anything.</p></footer>
    <script>\(Markup(verbatim: HTMLScript.source))</script>
    </body>
    </html>

    """
  }

  /// Nothing is fetched, and nothing runs or styles but what stands here; the empty icon keeps browsers from asking.
  private static let policy = [
    "default-src 'none'", "img-src data:", "base-uri 'none'", "form-action 'none'",
    "style-src 'sha256-\(SHA256(HTMLStyle.sheet.utf8).base64)'",
    "script-src 'sha256-\(SHA256(HTMLScript.source.utf8).base64)'",
  ].joined(separator: "; ")

  /// The style sheet reads which one is chosen; no script is needed.
  private static func theme(_ name: String) -> Markup {
    let value = name.lowercased()
    let state: Markup = value == "auto" ? " checked" : ""
    return """
      <label><input type="radio" name="theme" value="\(value)"\(state)><span>\(name)</span></label>

      """
  }
}
