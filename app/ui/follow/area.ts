import type { Position, Radius } from '../../../core/cell/disk.ts'
import { Problem } from '../api/problem.ts'
import { words } from '../messages/follow/area.ts'

/** km that one can follow around a place; core/cell/disk.ts has the cells of each, and H3 with it. */
export const choices = [2, 5, 10, 25, 50] as const

const unknown = (detail: string, fix: string) => new Problem({ status: 0, code: 'where', detail, fix })

/** Where the reader is, asked of the browser; it stays here. @throws Problem when the browser does not tell */
export function whereAmI(): Promise<Position> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) return reject(unknown(words.thisBrowserCannotTell, words.chooseACity))
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => resolve({ latitude, longitude }),
      () => reject(unknown(words.yourBrowserDidNot, words.allowItToOr)),
      { timeout: 20_000, maximumAge: 600_000 },
    )
  })
}

/**
 * The cells so far around here, or around a city's middle. H3 is loaded now, and the position ends here: cells alone are sent.
 * @param around `here`, or a city's cell
 */
export async function cellsOf(around: string, km: number): Promise<string[]> {
  const { cellsAround, middleOf, radii } = await import('../../../core/cell/disk.ts')
  const radius: Radius = radii.find((each) => each.km === km) ?? radii[1]
  return cellsAround(around === 'here' ? await whereAmI() : middleOf(around), radius)
}
