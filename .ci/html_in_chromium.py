"""What must hold for the HTML review in a browser. Called by html-in-chromium with the folder of the pages."""
import functools
import http.server
import json
import pathlib
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request

from project import packages

packages("websocket-client", "axe-core-python")
import axe_core_python
import websocket

AXE = (pathlib.Path(axe_core_python.__file__).parent / "axe.min.js").read_text()


class Browser:
    """One page of a headless Chromium, driven by its own protocol."""

    def __init__(self):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.process = subprocess.Popen(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0",
             "--remote-allow-origins=*", f"--user-data-dir={self.profile.name}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        port_file = pathlib.Path(self.profile.name, "DevToolsActivePort")
        deadline = time.monotonic() + 60
        while not (port_file.exists() and port_file.read_text().strip()):
            if time.monotonic() > deadline:
                raise TimeoutError("chromium did not start")
            time.sleep(0.05)
        port = port_file.read_text().split()[0]
        tabs = json.load(urllib.request.urlopen(f"http://127.0.0.1:{port}/json"))
        address = next(tab["webSocketDebuggerUrl"] for tab in tabs if tab["type"] == "page")
        self.socket = websocket.create_connection(address, timeout=180)
        self.calls = 0
        self.events = []
        for domain in ["Page", "Runtime", "Log", "Network", "DOM"]:
            self.call(f"{domain}.enable")
        self.call("Page.setLifecycleEventsEnabled", enabled=True)
        self.call("Emulation.setFocusEmulationEnabled", enabled=True)
        self.call("Page.addScriptToEvaluateOnNewDocument", source=(
            "window.violations = []; document.addEventListener('securitypolicyviolation', "
            "(event) => window.violations.push(event.violatedDirective + ' ' + event.blockedURI));"))

    def call(self, method, **parameters):
        self.calls += 1
        self.socket.send(json.dumps({"id": self.calls, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.socket.recv())
            if "method" in message:
                self.events.append(message)
            elif message.get("id") == self.calls:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']['message']}")
                return message["result"]

    def open(self, address, width=1280, theme="light", scripts=True):
        self.call("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.call("Emulation.setEmulatedMedia", media="",
                  features=[{"name": "prefers-color-scheme", "value": theme}])
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1,
                  screenWidth=width, screenHeight=900, mobile=width < 600)
        self.navigate("about:blank")
        self.events.clear()
        self.navigate(address)
        time.sleep(0.2)

    def navigate(self, address):
        """Opens the address, and returns once that very document is loaded: events of the one before it may still come
        in."""
        loader = self.call("Page.navigate", url=address)["loaderId"]
        deadline = time.monotonic() + 120
        while not any(
                event["method"] == "Page.lifecycleEvent" and event["params"]["loaderId"] == loader
                and event["params"]["name"] == "load" for event in self.events):
            if time.monotonic() > deadline:
                raise TimeoutError(f"{address} did not load")
            self.call("Browser.getVersion")
            time.sleep(0.02)

    def run(self, expression):
        answer = self.call("Runtime.evaluate", expression=f"(async () => {{ {expression} }})()",
                           awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"].get("description", "exception"))
        return answer["result"].get("value")

    def nodes(self, selector, attempts=20):
        """Asked for again where the browser numbers its nodes anew in between."""
        try:
            root = self.call("DOM.getDocument")["root"]["nodeId"]
            return self.call("DOM.querySelectorAll", nodeId=root, selector=selector)["nodeIds"]
        except RuntimeError:
            if attempts == 0:
                raise
            time.sleep(0.2)
            return self.nodes(selector, attempts - 1)

    def press(self, key, code, text=None):
        extra = {"text": text} if text else {}
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, code=key, windowsVirtualKeyCode=code, **extra)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, code=key, windowsVirtualKeyCode=code)

    def close(self):
        self.socket.close()
        self.process.terminate()
        self.process.wait()


def troubles(browser, address):
    """What the browser itself complains of, and every request beyond the page."""
    for event in browser.events:
        parameters = event["params"]
        if event["method"] == "Runtime.exceptionThrown":
            yield f"exception: {parameters['exceptionDetails']['text']}"
        if event["method"] == "Runtime.consoleAPICalled":
            yield f"console: {parameters['type']}"
        if event["method"] == "Log.entryAdded":
            yield f"log: {parameters['entry']['text']}"
        if event["method"] == "Network.requestWillBeSent":
            url = parameters["request"]["url"]
            if url != address and not url.startswith("data:"):
                yield f"request: {url}"
    for violation in browser.run("return window.violations"):
        yield f"policy: {violation}"


STRUCTURE = r"""
  const wrong = [];
  const all = [...document.querySelectorAll("*")];
  const ids = all.map((e) => e.id).filter(Boolean);
  if (new Set(ids).size !== ids.length) wrong.push("an id twice");
  for (const link of document.querySelectorAll("a")) {
    const to = link.getAttribute("href");
    if (to.startsWith("#") ? !document.getElementById(decodeURIComponent(to.slice(1))) : !/^https:\/\//.test(to))
      wrong.push("a link to " + to);
  }
  if (document.querySelectorAll("h1").length !== 1) wrong.push("not one h1");
  let last = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const level = Number(heading.tagName[1]);
    if (level > last + 1) wrong.push("heading order at " + heading.textContent);
    last = level;
  }
  for (const table of document.querySelectorAll("table")) {
    if (!table.caption?.textContent.trim()) wrong.push("a table without caption");
    if ([...table.querySelectorAll("th")].some((cell) => !cell.scope)) wrong.push("a heading cell without scope");
  }
  for (const svg of document.querySelectorAll("svg:not([aria-hidden])")) {
    if (!svg.querySelector("title")?.textContent.trim()) wrong.push("a drawing without title");
  }
  if (document.scripts.length !== 1) wrong.push("scripts: " + document.scripts.length);
  if (document.querySelectorAll("style").length !== 1) wrong.push("style sheets");
  if (document.querySelector("img, iframe, object, embed, base, video, audio, image, foreignObject, use"))
    wrong.push("an element that fetches");
  for (const element of all) for (const attribute of element.attributes) {
    if (/^on/i.test(attribute.name)) wrong.push("a handler: " + attribute.name);
    if (attribute.name === "style") wrong.push("a style attribute");
    if (/^\s*javascript:/i.test(attribute.value) && attribute.name !== "data-label") wrong.push("a javascript: address");
  }
  if (window.ran !== undefined) wrong.push("something ran: " + window.ran);
  if (document.documentElement.scrollWidth > screen.width) wrong.push("wider than the screen");
  if (getComputedStyle(document.body).display === "none") wrong.push("nothing to be seen");
  return wrong;
"""

# Text in drawings: inside its box or drawing, over no other text, and with enough contrast.
DRAWINGS = r"""
  const wrong = [];
  const box = (e) => e.getBoundingClientRect();
  const inside = (a, b, slack) =>
    a.left >= b.left - slack && a.right <= b.right + slack && a.top >= b.top - slack && a.bottom <= b.bottom + slack;
  const overlap = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  const pairs = (items) => items.flatMap((a, i) => items.slice(i + 1).map((b) => [a, b]));
  const rgb = (text) => (text.match(/[\d.]+/g) ?? []).map(Number);
  const light = (colour) => {
    const [r, g, b] = colour.map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (text) => {
    for (let e = text.parentElement; e; e = e.parentElement) {
      const shape = e.tagName === "g" ? e.querySelector(":scope > rect, :scope > circle") : null;
      if (shape) return rgb(getComputedStyle(shape).fill);
      const colour = rgb(getComputedStyle(e).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  for (const svg of document.querySelectorAll("svg")) {
    const texts = [...svg.querySelectorAll("text")];
    for (const text of texts) {
      if (!inside(box(text), box(svg), 2)) wrong.push("cut off: " + text.textContent);
      const colours = [rgb(getComputedStyle(text).fill).slice(0, 3), ground(text).slice(0, 3)];
      if (contrast(...colours) < 4.5) wrong.push("contrast of " + text.textContent + " " + contrast(...colours));
    }
    for (const [a, b] of pairs(texts)) {
      if (overlap(box(a), box(b))) wrong.push(`${a.textContent} over ${b.textContent}`);
    }
    const parts = [...svg.querySelectorAll(".part")];
    for (const part of parts) {
      const frame = box(part.querySelector("rect"));
      for (const text of part.querySelectorAll("text, .badge rect")) {
        if (!inside(box(text), frame, 0)) wrong.push("outside its box: " + (text.textContent || part.dataset.part));
      }
    }
    for (const [a, b] of pairs(parts)) if (overlap(box(a), box(b))) wrong.push("boxes over each other");
  }
  return wrong;
"""

ACCESSIBLE = r"""
  document.querySelectorAll("details").forEach((details) => { details.open = true; });
  const results = await axe.run(document, { resultTypes: ["violations"] });
  return results.violations.flatMap((violation) => violation.nodes.slice(0, 3).map((node) =>
    `${violation.id}: ${node.target} ${node.failureSummary ?? ""}`));
"""


def shown(browser):
    return browser.run("""
      return [...document.querySelectorAll("[data-verdict]")].filter((e) => !e.hidden).map((e) => ({ ...e.dataset }));
    """)


def unfolds(browser):
    """Opens the section of the findings with the keyboard."""
    browser.run("document.querySelector('form.filters').closest('details').querySelector('summary').focus()")
    browser.press("Enter", 13, "\r")
    return browser.run("return document.querySelector('form.filters').checkVisibility()")


def folding(browser, address):
    """What is jumped to unfolds, with the script and without; paper unfolds everything."""
    for scripts in [True, False]:
        browser.open(address)
        target = browser.run("return document.querySelector('.folded .finding')?.id ?? ''")
        if not target:
            return
        browser.open(address + "#" + urllib.parse.quote(target), scripts=scripts)
        if not browser.run("return document.querySelector('.folded .finding').checkVisibility()"):
            yield f"what is jumped to stays folded, scripts {scripts}"
    browser.open(address, scripts=False)
    browser.call("Emulation.setEmulatedMedia", media="print")
    folded = browser.run("""
      return [...document.querySelectorAll("details > :not(summary, form)")].filter((e) => !e.checkVisibility()).length;
    """)
    if folded:
        yield f"paper leaves {folded} parts folded"


def filters(browser, address):
    """Filters with the keyboard alone."""
    browser.open(address)
    if not unfolds(browser):
        yield "the keyboard does not unfold the findings"
    everything = shown(browser)
    for name in ["severity", "verdict", "checklist", "subject"]:
        browser.run(f"document.querySelector('form.filters [name={name}]').focus()")
        browser.press("ArrowDown", 40)
        value = browser.run(f"return document.querySelector('form.filters [name={name}]').value")
        expected = [finding for finding in everything if value in finding[name].split(" ")]
        if not value or shown(browser) != expected or len(expected) in (0, len(everything)):
            yield f"the filter by {name} does not filter"
        words = browser.run("return document.querySelector('form.filters output').textContent")
        if words != f"{len(expected)} of {len(everything)} findings":
            yield f"the filter says {words}"
        browser.run("document.querySelector('form.filters button').focus()")
        browser.press("Enter", 13, "\r")
        time.sleep(0.1)
        if shown(browser) != everything:
            yield "what was filtered does not come back"
    hidden = browser.run("""
      const choice = document.querySelector("form.filters [name=verdict]");
      choice.value = "undeclared";
      choice.dispatchEvent(new Event("input", { bubbles: true }));
      const target = document.querySelector("[data-verdict^=fail]");
      location.hash = "#" + target.id;
      await new Promise((done) => setTimeout(done, 200));
      return target.hidden;
    """)
    if hidden:
        yield "what is jumped to stays filtered out"


def tracing(browser, address):
    """A part of the diagram that has the focus shows what it is connected with."""
    browser.open(address)
    near = browser.run("""
      const link = document.querySelector("svg.diagram a");
      link.focus();
      return [document.querySelector("svg.diagram").classList.contains("traced"),
              document.querySelectorAll(".part.near").length];
    """)
    if not near[0] or near[1] < 2:
        yield "the diagram does not trace connections"


def themes(browser, address):
    browser.open(address)
    colours = browser.run("""
      const colours = [];
      for (const theme of ["light", "dark", "auto"]) {
        document.querySelector(`[name=theme][value=${theme}]`).click();
        colours.push(getComputedStyle(document.documentElement).backgroundColor);
      }
      return colours;
    """)
    if colours[0] == colours[1] or colours[0] != colours[2]:
        yield f"themes do not change the page: {colours}"


def without_script(browser, address):
    browser.open(address, scripts=False)
    for selector, is_visible in [(".finding", True), ("form.filters", False), ("svg.diagram", True)]:
        for node in browser.nodes(selector):
            try:
                browser.call("DOM.getBoxModel", nodeId=node)
                has_box = True
            except RuntimeError:
                has_box = False
            if has_box != is_visible:
                yield f"without script, {selector} is {'there' if has_box else 'missing'}"
                break


def printing(browser, address):
    browser.open(address, theme="dark")
    pages = len(browser.call("Page.printToPDF", printBackground=True)["data"])
    if pages < 10_000:
        yield "it does not print"
    browser.call("Emulation.setEmulatedMedia", media="print")
    colour = browser.run("return getComputedStyle(document.querySelector('.verdict')).backgroundColor")
    if colour != "rgb(246, 246, 244)":
        yield f"paper is dark: {colour}"


def check(browser, address):
    for width in [1280, 375]:
        for theme in ["light", "dark"]:
            browser.open(address, width, theme)
            here = f"{theme}, {width}: "
            yield from (here + trouble for trouble in troubles(browser, address))
            yield from (here + trouble for trouble in browser.run(STRUCTURE))
            yield from (here + trouble for trouble in browser.run(DRAWINGS))
            if width == 1280 or theme == "light":
                browser.call("Runtime.evaluate", expression=AXE)
                yield from (here + trouble for trouble in browser.run(ACCESSIBLE))


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def main(folder):
    handler = functools.partial(Quiet, directory=folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    names = sorted(path.stem for path in pathlib.Path(folder).glob("*.html"))
    wrong = []
    browser = Browser()
    try:
        for name in names:
            address = f"http://127.0.0.1:{server.server_port}/{name}.html"
            checks = [check, themes, without_script, printing, folding]
            if name in ("careless", "multi-agent"):
                checks += [filters, tracing]
            for one in checks:
                wrong += [f"{name}: {trouble}" for trouble in one(browser, address)]
    finally:
        browser.close()
        server.shutdown()
    for trouble in wrong:
        print(trouble, file=sys.stderr)
    print(f"{len(names)} pages opened in Chromium, {len(wrong)} troubles")
    return 1 if wrong or not names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
