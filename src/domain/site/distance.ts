export interface Position {
  /** Degrees north. */
  readonly latitude: number
  /** Degrees east, negative in Guadeloupe. */
  readonly longitude: number
}

/** Mean radius of the Earth, kilometres (IUGG). */
const EARTH_RADIUS_KM = 6371.0088

/**
 * Great-circle distance in kilometres, « à vol d'oiseau » (R-DIS-2). The call for projects asks for
 * 30 km at most without saying by road or in a straight line; this reading is printed with the figure.
 */
export function distanceKm(a: Position, b: Position): number {
  const dLatitude = radians(b.latitude - a.latitude)
  const dLongitude = radians(b.longitude - a.longitude)
  const h =
    Math.sin(dLatitude / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLongitude / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The longest distance between any two, kilometres; 0 for one home or none. */
export function widestKm(positions: readonly Position[]): number {
  return Math.max(
    0,
    ...positions.flatMap((a, index) => positions.slice(index + 1).map((b) => distanceKm(a, b))),
  )
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
