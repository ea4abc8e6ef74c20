/// What a page does beyond showing itself: it filters findings, unfolds what is jumped to or printed, and traces a part's connections in the diagram.
enum HTMLScript {
  static let source = #"""
    "use strict";

    for (const form of document.querySelectorAll("form.filters")) {
      const section = form.closest("section");
      const findings = [...section.querySelectorAll("[data-verdict]")];
      const groups = [...section.querySelectorAll(".group")];

      const filter = () => {
        const wanted = [...new FormData(form)].filter(([, value]) => value !== "");
        for (const finding of findings) {
          finding.hidden = !wanted.every(([name, value]) => finding.dataset[name].split(" ").includes(value));
        }
        for (const group of groups) {
          const shown = group.querySelectorAll("[data-verdict]:not([hidden])").length;
          group.hidden = shown === 0;
          group.querySelector(".count").textContent = shown;
        }
        const shown = findings.filter((finding) => !finding.hidden).length;
        const noun = findings.length === 1 ? "finding" : "findings";
        form.querySelector("output").textContent =
          shown === findings.length ? `${shown} ${noun}` : `${shown} of ${findings.length} ${noun}`;
      };

      form.addEventListener("input", filter);
      form.addEventListener("reset", () => setTimeout(filter));
      form.addEventListener("submit", (event) => event.preventDefault());
      form.hidden = false;
      filter();
    }

    // What is jumped to has to be seen, whatever the filter says.
    const reveal = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target) return;
      if (target.hidden) target.closest("section").querySelector("form.filters").reset();
      for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
      if (target.matches(".folded")) target.querySelector("details").open = true;
      setTimeout(() => target.scrollIntoView());
    };
    addEventListener("hashchange", reveal);
    reveal();

    // Paper shows everything.
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = [...document.querySelectorAll("details:not([open])")];
      for (const details of opened) details.open = true;
    });
    addEventListener("afterprint", () => {
      for (const details of opened) details.open = false;
    });

    for (const diagram of document.querySelectorAll("svg.diagram")) {
      const edges = [...diagram.querySelectorAll(".edge")];
      const parts = [...diagram.querySelectorAll(".part")];
      const trace = (id) => {
        const near = new Set([id]);
        for (const edge of edges) {
          const { from, to } = edge.dataset;
          const isNear = from === id || to === id;
          edge.classList.toggle("near", isNear);
          if (isNear) near.add(from).add(to);
        }
        for (const part of parts) part.classList.toggle("near", near.has(part.dataset.part));
        diagram.classList.add("traced");
      };
      const rest = () => diagram.classList.remove("traced");
      for (const part of parts) {
        const target = part.closest("a") ?? part;
        target.addEventListener("pointerenter", () => trace(part.dataset.part));
        target.addEventListener("pointerleave", rest);
        target.addEventListener("focus", () => trace(part.dataset.part));
        target.addEventListener("blur", rest);
      }
    }

    """#
}
