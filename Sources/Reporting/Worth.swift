/// What something would add to the low end of the score, in whole points.
package func worth(_ rise: Double) -> String {
  rise >= 0.95 ? "+\(Int(rise.rounded()))" : "under 1"
}
