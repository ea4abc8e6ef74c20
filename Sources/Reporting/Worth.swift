internal import Auditing

/// What something would add to the low end of the score, in whole points.
package func worth(_ rise: Double) -> String {
  let whole = Rise.whole(rise)
  return whole > 0 ? "+\(whole)" : "under 1"
}
