extension HTMLStyle {
  /// What is drawn takes its colours from the theme as text does.
  static let drawings = #"""
    svg { display: block; max-width: 100%; height: auto; overflow: visible; }
    svg text { fill: var(--text); font-size: 13px; }
    svg .small { font-size: 12px; fill: var(--muted); }
    svg .strong { font-weight: 600; }
    .scale { height: 64px; margin-bottom: .5rem; }
    .track { fill: var(--line); }
    .sure { fill: var(--link); }
    .possible { fill: var(--link); opacity: .35; }
    .scale .tick { stroke: var(--strong-line); }
    .end { stroke: var(--text); stroke-width: 2; }
    .scroll { overflow-x: auto; padding: 3px; margin: 0 -3px .75rem; }
    .diagram { width: 100%; min-width: 700px; }
    .diagram .column { fill: var(--muted); font-weight: 600; }
    .part > rect { fill: var(--raised); stroke: var(--strong-line); }
    .part.critical > rect { stroke: var(--critical); stroke-width: 2.5; }
    .part.high > rect { stroke: var(--high); stroke-width: 2.5; }
    .part.medium > rect { stroke: var(--medium); stroke-width: 2; }
    svg .name { font-size: 13px; font-weight: 600; }
    svg .detail { font-size: 12px; fill: var(--muted); }
    .badge.fail rect { fill: var(--low-ground); }
    .part.critical .fail rect { fill: var(--critical-ground); }
    .part.high .fail rect { fill: var(--high-ground); }
    .part.medium .fail rect { fill: var(--medium-ground); }
    svg .badge .small { font-size: 11.5px; font-weight: 600; fill: var(--low); }
    svg .critical .fail .small { fill: var(--critical); }
    svg .high .fail .small { fill: var(--high); }
    svg .medium .fail .small { fill: var(--medium); }
    .badge.undeclared rect { fill: var(--open-ground); }
    svg .badge.undeclared .small { fill: var(--open); }
    .diagram a:hover rect { stroke-width: 3; }
    .edge path { fill: none; stroke: var(--strong-line); stroke-width: 1.4; }
    .edge.writes path { stroke: var(--text); }
    .edge.becomes path { stroke-dasharray: 4 3; }
    .edge .head { fill: var(--strong-line); stroke: none; }
    .edge.writes .head { fill: var(--text); }
    .diagram.traced .edge:not(.near), .diagram.traced .part:not(.near) { opacity: .22; }
    .triangle { display: grid; grid-template-columns: minmax(0, 23rem) minmax(0, 1fr); gap: 1rem 2.5rem; align-items: center; }
    .triangle svg { width: 100%; }
    .triangle ol { list-style: none; padding: 0; margin: 0; color: var(--text); font-size: .92rem; }
    .triangle li { display: grid; grid-template-columns: 1.9rem 1fr; gap: .5rem; padding: .4rem 0; }
    .outline { fill: none; stroke: var(--strong-line); stroke-width: 1.4; }
    .key { display: inline-block; width: 1.7rem; height: 1.7rem; line-height: 1.7rem; border-radius: 50%; text-align: center; font-size: .82rem; font-weight: 600; }
    .key.kept { color: var(--pass); background: var(--pass-ground); }
    .key.conceded { color: var(--low); background: var(--low-ground); }
    .key.at-risk { color: var(--critical); background: var(--critical-ground); }
    .key.undeclared { color: var(--open); background: var(--open-ground); }
    svg .place text { font-weight: 600; }
    .place.kept circle { fill: var(--pass-ground); stroke: var(--pass); }
    svg .place.kept text { fill: var(--pass); }
    .place.conceded circle { fill: var(--low-ground); stroke: var(--low); }
    svg .place.conceded text { fill: var(--low); }
    .place.at-risk circle { fill: var(--critical-ground); stroke: var(--critical); }
    svg .place.at-risk text { fill: var(--critical); }
    .place.undeclared circle { fill: var(--open-ground); stroke: var(--open); }
    svg .place.undeclared text { fill: var(--open); }
    .place.open circle { fill: var(--ground); stroke-dasharray: 3 2; stroke-width: 1.5; }
    .key.open { background: none; border: 1.5px dashed; line-height: 1.5rem; }
    .charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); gap: 1.5rem 3rem; }
    .charts svg { width: 100%; }
    .charts strong { color: var(--text); }
    .charts p { font-size: .9rem; margin-top: .5rem; }
    .grid { stroke: var(--line); }
    .chart .tick { stroke: var(--strong-line); }
    .curve { fill: none; stroke: var(--link); stroke-width: 2; }
    line.limit { stroke: var(--critical); stroke-dasharray: 5 4; stroke-width: 1.5; }
    svg text.limit { fill: var(--critical); }
    line.declared { stroke: var(--strong-line); stroke-dasharray: 2 3; }
    circle.declared { fill: var(--link); }
    .shares { border-radius: 4px; overflow: hidden; background: var(--line); }
    .shares .fail { fill: var(--critical); }
    .shares .undeclared { fill: var(--open); opacity: .55; }
    .shares .pass { fill: var(--pass); opacity: .8; }

    """#
}
