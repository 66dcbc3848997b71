/** "850 m", "2.4 km": how far a public place is. @param metres from where one asked */
export function distanceText(metres: number): string {
  if (metres < 1000) return `${Math.max(10, Math.round(metres / 10) * 10)} m`
  return `${(metres / 1000).toFixed(metres < 10_000 ? 1 : 0)} km`
}
