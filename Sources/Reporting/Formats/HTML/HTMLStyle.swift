/// How a page looks: light and dark, wide and narrow, on screen and on paper. No rule rests on a style attribute.
enum HTMLStyle {
  static let sheet = colours + text + frame + parts + drawings + narrow + paper

  /// Every pair of text and ground holds a contrast of 4.5 in both themes.
  private static let colours = #"""
    :root {
      color-scheme: light dark;
      --ground: light-dark(#ffffff, #16181b);
      --raised: light-dark(#f6f6f4, #1f2226);
      --text: light-dark(#1d2024, #e7e6e2);
      --muted: light-dark(#5a606a, #a3a8b0);
      --line: light-dark(#dcdcd8, #363a40);
      --strong-line: light-dark(#8a8f98, #767c86);
      --link: light-dark(#1d4f91, #8ab8f0);
      --critical: light-dark(#9b1028, #ff9aa2);
      --critical-ground: light-dark(#fbe6e8, #45191f);
      --high: light-dark(#9a3c06, #f7ac7a);
      --high-ground: light-dark(#fcebdf, #42240f);
      --medium: light-dark(#735400, #e6c667);
      --medium-ground: light-dark(#f9f0d3, #3a300f);
      --low: light-dark(#4b5563, #b6bdc8);
      --low-ground: light-dark(#eceef1, #2d3238);
      --open: light-dark(#54489b, #bcb2f5);
      --open-ground: light-dark(#edebf8, #2c2745);
      --pass: light-dark(#1c6a40, #7fd0a2);
      --pass-ground: light-dark(#e2f2e8, #16352a);
      --mark: light-dark(#fdeeb5, #56470f);
    }
    html:has([name="theme"][value="light"]:checked) { color-scheme: light; }
    html:has([name="theme"][value="dark"]:checked) { color-scheme: dark; }

    """#

  private static let text = #"""
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    html { background: var(--ground); scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
    body { margin: 0; color: var(--text); font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
    h1, h2, h3, h4, h5 { line-height: 1.25; margin: 0; font-weight: 650; overflow-wrap: break-word; }
    h1 { font-size: .95rem; font-weight: 600; }
    h2 { font-size: 2.1rem; letter-spacing: -.015em; }
    h3 { font-size: 1.4rem; letter-spacing: -.01em; margin-bottom: 1rem; }
    h4 { font-size: 1.05rem; margin: 1.75rem 0 .75rem; }
    h5 { font-size: 1.05rem; }
    p, ul, ol, dl, figure, table, pre { margin: 0 0 1rem; }
    p, dd { max-width: 44rem; }
    a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
    a:hover { text-decoration-thickness: 2px; }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
    code, pre, svg .name, .formula { font-family: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .86em; }
    pre code { font-size: 1em; }
    small, .muted, .place, .because, figcaption, .rules { color: var(--muted); font-size: .875rem; }
    .muted { font-weight: 400; }
    summary { cursor: pointer; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .skip { position: absolute; left: 1rem; top: -4rem; background: var(--ground); padding: .5rem 1rem; z-index: 1; }
    .skip:focus { top: .5rem; }

    """#

  private static let frame = #"""
    .bar { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5rem 2rem; padding: .9rem 2rem; color: var(--muted); font-size: .875rem; }
    header.bar { border-bottom: 1px solid var(--line); }
    footer.bar { border-top: 1px solid var(--line); margin-top: 3rem; }
    footer p { margin: 0; }
    .themes { display: flex; border: 0; margin: 0; padding: 0; gap: .15rem; }
    .themes input { position: absolute; opacity: 0; }
    .themes span { display: block; padding: .2rem .65rem; border-radius: 4px; cursor: pointer; }
    .themes :checked + span { background: var(--low-ground); color: var(--text); }
    .themes :focus-visible + span { outline: 2px solid var(--link); }
    .overview { max-width: 70rem; margin: 2.5rem auto 0; padding: 0 2rem; }
    .review { max-width: 74rem; margin: 0 auto; padding: 3rem 2rem 1rem; display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 0 3.5rem; }
    .review + .review { border-top: 1px solid var(--line); margin-top: 3rem; }
    .masthead, .review > .plain { grid-column: 2; }
    .lead { font-size: 1.15rem; margin: .5rem 0 0; }
    .traits { display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; color: var(--muted); font-size: .875rem; margin: .6rem 0 1.75rem; max-width: none; }
    .contents { grid-column: 1; grid-row: 1 / span 2; font-size: .9rem; }
    .contents .part { margin-top: .6rem; padding-top: .6rem; border-top: 1px solid var(--line); font-size: .825rem; }
    .contents ul { position: sticky; top: 1.5rem; list-style: none; padding: 0; margin: .55rem 0 0; }
    .contents a { display: block; padding: .22rem 0; color: var(--muted); text-decoration: none; }
    .contents a:hover { color: var(--link); text-decoration: underline; }
    .sections { grid-column: 2; }
    .sections > section { padding-top: 3.25rem; }
    .sections > .folded { padding-top: 0; border-top: 1px solid var(--line); }
    section:not(.folded) + .folded { margin-top: 3.25rem; }
    .folded > details > summary { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .75rem; padding: .9rem 0; }
    .folded > details > summary::before { content: "+"; color: var(--muted); width: .9rem; font-size: 1.25rem; }
    .folded > details[open] > summary::before { content: "–"; }
    .folded > details > summary::-webkit-details-marker { display: none; }
    .folded > details[open] { padding-bottom: 2rem; }
    .folded h3 { margin: 0; }

    """#

  private static let parts = #"""
    .verdict { background: var(--raised); border-radius: 8px; padding: 1.5rem 1.75rem .75rem; }
    .verdict figure { margin-bottom: 1.25rem; }
    .gate { font-weight: 650; }
    .verdict .gate { font-size: 1.25rem; }
    .gate.fails { color: var(--critical); }
    .gate.passes { color: var(--pass); }
    .figures { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; margin-bottom: 1.25rem; }
    .figures dt { color: var(--muted); font-size: .875rem; }
    .figures dd { margin: 0; font-size: 1.6rem; font-weight: 600; letter-spacing: -.01em; font-variant-numeric: tabular-nums; line-height: 1.3; }
    .verdict .gate + .muted { margin-left: .5rem; }
    .obstacle { border-top: 1px solid var(--line); padding-top: 1rem; }
    .obstacle details { margin-bottom: 1rem; }
    .obstacle summary { margin-bottom: .5rem; }
    .obstacle .waiver { grid-column: 2; margin: 0; }
    .question { border-top: 1px solid var(--line); padding: 1.1rem 0 .35rem; }
    .question h5 { display: grid; grid-template-columns: 4.75rem 1fr; gap: .75rem; align-items: baseline; margin-bottom: .6rem; }
    .question h5 span { font-size: 1.15rem; }
    .question h5 .chip { font-size: .8rem; }
    .question .found { margin-left: 5.5rem; padding-left: 1.1rem; max-width: 44rem; }
    .question .found li { margin-bottom: .3rem; }
    .question .found a { color: inherit; text-decoration-color: var(--strong-line); }
    .choices { margin-left: 5.5rem; }
    .choices > div { display: grid; grid-template-columns: minmax(0, 15rem) minmax(0, 1fr); gap: .25rem 1.5rem; padding: .55rem 0 .55rem .85rem; border-left: 3px solid var(--line); }
    .choices dt { font-weight: 600; }
    .choices dd { margin: 0; }
    .reasons, .notes { padding-left: 1.15rem; }
    .reasons li, .notes li { margin-bottom: .35rem; max-width: 44rem; }
    .plain { list-style: none; padding: 0; }
    .chip, .answer, .stand { display: inline-block; justify-self: start; align-self: start; border-radius: 4px; padding: .02rem .45rem; font-size: .8rem; font-weight: 600; white-space: nowrap; }
    .critical.chip { color: var(--critical); background: var(--critical-ground); }
    .high.chip { color: var(--high); background: var(--high-ground); }
    .medium.chip { color: var(--medium); background: var(--medium-ground); }
    .low.chip { color: var(--low); background: var(--low-ground); }
    .answer.fail, .stand.at-risk { color: var(--critical); background: var(--critical-ground); }
    .answer.undeclared, .stand.undeclared { color: var(--open); background: var(--open-ground); }
    .answer.pass, .stand.kept { color: var(--pass); background: var(--pass-ground); }
    .answer.not-applicable, .stand.not-applicable, .stand.conceded { color: var(--low); background: var(--low-ground); }
    .mark { font-size: .8rem; font-weight: 600; color: var(--open); }
    .about { color: var(--muted); font-size: .875rem; }
    .about::before { content: "· "; }
    .matters { list-style: none; padding: 0; }
    .matters li { display: grid; grid-template-columns: 4.75rem 1fr; gap: .75rem; padding: .55rem 0; border-top: 1px solid var(--line); }
    .matters a { color: inherit; text-decoration-color: var(--strong-line); }
    table { border-collapse: collapse; width: 100%; font-size: .92rem; line-height: 1.45; }
    caption { text-align: left; color: var(--muted); font-size: .875rem; padding-bottom: .5rem; }
    th, td { text-align: left; vertical-align: top; padding: .55rem 1rem .55rem 0; border-top: 1px solid var(--line); }
    th { font-weight: 600; }
    thead th { border-top: 0; color: var(--muted); font-size: .825rem; white-space: nowrap; }
    tbody th { font-weight: 500; min-width: 9rem; }
    .number { font-variant-numeric: tabular-nums; }
    td .because { display: block; margin-top: .15rem; }
    .formula { color: var(--muted); }
    .value { font-weight: 600; white-space: nowrap; }
    td dl { margin: 0; }
    .below td { border-top: 0; padding-top: 0; }
    .below summary { color: var(--muted); font-size: .875rem; }
    .more { padding-top: .4rem; }
    .more p, .more dd { max-width: 52rem; }
    .more p { margin-bottom: .6rem; }
    .more dl > div { display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: .25rem 1.25rem; padding: .2rem 0; }
    .more dt { font-weight: 600; }
    .more dd { margin: 0; }
    .lesser { border-top: 1px solid var(--line); padding-top: .9rem; }
    .lesser summary { margin-bottom: .5rem; }
    .hint { display: none; }
    .filters { display: flex; flex-wrap: wrap; align-items: end; gap: .75rem 1rem; background: var(--raised); border-radius: 8px; padding: 1rem 1.25rem; margin-bottom: 1.5rem; font-size: .9rem; }
    .filters label { display: block; color: var(--muted); font-size: .825rem; }
    .filters select, .filters button { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--strong-line); border-radius: 4px; padding: 0 .5rem; height: 2.1rem; max-width: 100%; }
    .filters div { max-width: 100%; }
    .filters output { margin-left: auto; color: var(--muted); padding: .35rem 0; }
    .count { color: var(--muted); font-weight: 400; }
    article.finding { border-top: 1px solid var(--line); padding: 1.25rem 0 .75rem; }
    .finding .line { margin: 0 0 .4rem; font-size: .9rem; max-width: none; }
    .finding h5 { max-width: 44rem; margin-bottom: .75rem; }
    .finding .place { margin: 0 0 .25rem; }
    .waiver { border-left: 3px solid var(--open); padding-left: .75rem; font-size: .92rem; }
    pre { background: var(--raised); border-radius: 6px; padding: .7rem 1rem; font-size: .84rem; white-space: pre-wrap; line-height: 1.5; }
    pre .number { color: var(--muted); user-select: none; }
    mark { background: var(--mark); color: inherit; border-radius: 2px; }
    .explanation { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: .45rem 1rem; font-size: .95rem; }
    .explanation dt { grid-column: 1; color: var(--muted); font-size: .875rem; padding-top: .08rem; }
    .explanation dd { grid-column: 2; margin: 0; }
    .sources ul { list-style: none; margin: 0; padding: 0; font-size: .875rem; color: var(--muted); }
    details.finding, details.row { border-top: 1px solid var(--line); }
    details.finding > summary, details.row > summary { padding: .55rem 0; list-style: none; display: grid; grid-template-columns: 4.75rem minmax(0, 1fr) 1rem; gap: .75rem; align-items: baseline; }
    details.row > summary { grid-template-columns: minmax(0, 1fr) 1rem; font-weight: 600; }
    details.row > summary:has(.shares) { grid-template-columns: minmax(0, 1fr) 9rem 1rem; align-items: center; }
    details.finding > summary::-webkit-details-marker, details.row > summary::-webkit-details-marker { display: none; }
    details.finding > summary::after, details.row > summary::after { content: "+"; color: var(--muted); text-align: right; font-weight: 400; }
    details.finding[open] > summary::after, details.row[open] > summary::after { content: "–"; }
    details.finding > :not(summary) { margin-left: 5.5rem; }
    details.row > :last-child { margin-bottom: 1.5rem; }
    .questions { list-style: none; padding: 0; font-size: .95rem; }
    .questions li { display: grid; grid-template-columns: 7.75rem minmax(0, 1fr); gap: .75rem; padding: .35rem 0; }
    .questions li.part { display: block; font-weight: 600; padding-top: .9rem; }
        .rules code { color: var(--muted); }
    .method dt { font-weight: 600; }
    .method dd { margin: 0 0 1rem; }
    :target { scroll-margin-top: 1rem; }
    .finding:target { box-shadow: -1rem 0 0 var(--ground), -1.2rem 0 0 var(--link); }

    """#

  private static let narrow = #"""
    @media (max-width: 62rem) {
      .review { display: block; padding: 2rem 1.25rem 1rem; }
      .overview { padding: 0 1.25rem; }
      .contents { padding-top: 1.5rem; }
      .contents ul { position: static; margin: 0; columns: 2; }
      .bar { padding: .8rem 1.25rem; }
    }
    @media (max-width: 47rem) {
      .hint { display: block; color: var(--muted); font-size: .875rem; margin-bottom: .35rem; }
    }
    @media (max-width: 44rem) {
      .bar { gap: .5rem; }
      h1 { font-size: .875rem; }
      .themes { gap: 0; }
      .themes span { padding: .2rem .32rem; font-size: .8rem; }
      h2 { font-size: 1.65rem; }
      h3 { font-size: 1.25rem; }
      .verdict { padding: 1.1rem 1.1rem .25rem; margin: 0 -.35rem; }
      .figures { display: grid; grid-template-columns: repeat(3, auto); gap: .75rem 1rem; }
      .figures dd { font-size: 1.3rem; }
      .triangle, .explanation { display: block; }
      .explanation dt { margin-top: .6rem; }
      .matters li { display: block; }
      .question h5, .choices > div { grid-template-columns: minmax(0, 1fr); gap: .25rem; }
      .question .found, .choices { margin-left: 0; }
      table, tbody, tr, td, tbody th { display: block; }
      thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      caption { display: block; }
      tr { border-top: 1px solid var(--line); padding: .6rem 0; }
      td, tbody th { border: 0; padding: .1rem 0; }
      td[data-label]::before { content: attr(data-label) ": "; color: var(--muted); font-size: .825rem; }
      td .because { display: inline; }
      .value { white-space: normal; }
      tr.below { border-top: 0; padding-top: 0; }
      .more dl > div { grid-template-columns: minmax(0, 1fr); }
      .questions li { grid-template-columns: minmax(0, 1fr); gap: .15rem; padding: .5rem 0; }
      details.finding > summary { grid-template-columns: minmax(0, 1fr) 1rem; }
      details.finding > summary .chip { grid-column: 1 / -1; justify-self: start; }
      details.finding > :not(summary) { margin-left: 0; }
      details.row > summary:has(.shares) { grid-template-columns: minmax(0, 1fr) 4.5rem 1rem; }
      .filters div { flex: 1 1 40%; }
      .filters select { width: 100%; }
      .filters output { margin: 0; }
    }

    """#

  private static let paper = #"""
    @media print {
      :root, html:has([name="theme"][value="dark"]:checked) { color-scheme: light; }
      html { font-size: 9.5pt; }
      body { font-size: 1rem; }
      .contents, .filters, .themes, .skip, .hint, footer { display: none; }
      .review { display: block; padding: 0; max-width: none; }
      .review + .review { break-before: page; border: 0; }
      .sections > section { padding-top: 1.75rem; }
      .verdict, pre, .chip, mark, .key, .answer, .stand { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .verdict { -webkit-box-decoration-break: clone; box-decoration-break: clone; }
      h3, h4, h5, caption, thead, tr:has(+ .below), .obstacle > p { break-after: avoid; }
      p, figure, tr, li, pre, .figures, .more dl > div, .choices > div { break-inside: avoid; }
      tr.below { break-inside: auto; }
      details > summary::after, .folded > details > summary::before { display: none; }
      details::details-content { content-visibility: visible; block-size: auto; display: block; }
      .scroll { overflow: visible; }
      .diagram { min-width: 0; }
      a { color: inherit; text-decoration: none; }
      .explanation a[href^="http"]::after { content: " " attr(href); color: var(--muted); font-size: 8pt; }
    }

    """#
}
