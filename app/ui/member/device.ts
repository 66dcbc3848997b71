import { fill } from '../messages/fill.ts'
import { words } from '../messages/member/device.ts'

const browsers = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const
const systems = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
] as const

const first = (names: readonly (readonly [RegExp, string])[], agent: string) =>
  names.find(([pattern]) => pattern.test(agent))?.[1]

/** What a User-Agent header means to a person: "Chrome on Linux"; a program by its first word. */
export function deviceOf(agent: string | null): string {
  if (!agent) return words.aProgramWithoutA
  const [browser, system] = [first(browsers, agent), first(systems, agent)]
  if (browser) return system ? fill(words.on, { browser, system }) : browser
  return agent.split(/[\s/]/)[0] || words.aProgramWithoutA
}
