import { expect, test } from 'vitest'
import { run } from '../../test/support/cli.ts'
import { databaseForTest } from '../../test/support/database.ts'
import { addCatalog } from '../../test/support/members.ts'
import { parseReleasesFlags } from './flags.ts'
import { performReleases } from './perform.ts'

const says = ['--kind', 'in-store', '--says', 'the poster in the window']

test('a release is announced by what people call it, listed, moved and cancelled', async () => {
  const { app, appUrl } = await databaseForTest()
  await addCatalog(app)
  await app`update app.store set time_zone = 'America/Chicago'`
  const [names] = await app<{ style: string; slug: string }[]>`
    select (select style_code from app.sneaker limit 1) as style, (select slug from app.store limit 1) as slug`
  const { style = '', slug = '' } = names ?? {}
  const releases = (...args: string[]) => performReleases(app, parseReleasesFlags(args).command)
  const pair = ['--sneaker', style]
  const december = ['list', '--from', '2026-12-01', '--to', '2026-12-31']
  expect(await releases(...december)).toBe('Nothing is announced.')
  const at = ['add', ...pair, '--store', slug, ...says, '--on', '2026-12-05', '--at', '09:30']
  const id = /as (\S+)\./.exec(await releases(...at, '--price', '120.00 USD'))?.[1] ?? ''
  const { out } = await run('scripts/releases.ts', december, { APP_DATABASE_URL: appUrl }).ended
  expect(out).toBe(
    `${id}  2026-12-05 09:30 America/Chicago  ${style}  ${slug}\n  in-store, $120.00, says the poster in the window\n`,
  )
  await expect(releases(...at)).rejects.toMatchObject({ code: 'release.announced' })
  expect(await releases('move', id, '--on', '2026-12-06')).toBe('Moved.')
  expect(await releases('cancel', id)).toBe('Cancelled.')
  expect(await releases(...december)).toContain(`${id}  2026-12-06 America/Chicago`)
  expect(await releases(...december)).toContain('in-store, $120.00, cancelled, says')
  expect(await releases('move', id, '--on', '2026-12-07', '--at', '10:00')).toBe('Moved.')
  expect(await releases(...december)).toContain('2026-12-07 10:00 America/Chicago')
  expect(await releases(...december)).not.toContain('cancelled')
  expect(await releases('add', ...pair, ...says, '--on', '2026-12-06', '--zone', 'Asia/Tokyo')).toMatch(
    /^Announced/,
  )
  expect(await releases(...december)).toContain(`2026-12-06 Asia/Tokyo  ${style}  many shops`)
  const none = '00000000-0000-7000-8000-000000000001'
  await expect(releases('cancel', none)).rejects.toMatchObject({ code: 'release.not-found' })
  await expect(releases('move', none, '--on', '2026-12-06')).rejects.toMatchObject({
    code: 'release.not-found',
  })
})

test('a sneaker or a shop that nobody knows, and an address inside a network, are refused', async () => {
  const { app } = await databaseForTest()
  await addCatalog(app)
  const [{ style } = { style: '' }] = await app<
    { style: string }[]
  >`select style_code as style from app.sneaker`
  const add = (...args: string[]) =>
    performReleases(app, parseReleasesFlags(['add', ...says, '--on', '2026-12-05', ...args]).command)
  const zone = ['--zone', 'UTC']
  await expect(add('--sneaker', 'NO-1', ...zone)).rejects.toMatchObject({ code: 'catalog.unknown' })
  await expect(add('--sneaker', style, '--store', 'no-1')).rejects.toMatchObject({ code: 'catalog.unknown' })
  await expect(add('--sneaker', style, ...zone, '--url', 'http://10.0.0.1/')).rejects.toMatchObject({
    code: 'url.refused',
  })
})

test('a command that is none is refused with what is wrong', () => {
  const add = (...args: string[]) => ['add', '--sneaker', 'a', ...says, ...args]
  const wrong = [
    [[], 'The command is one of'],
    [['list', '--from', 'soon'], '--from must be a day'],
    [['move', '7', '--on', '2026-12-05'], 'The command is one of'],
    [add('--store', 'b'), '--on must be a day'],
    [add('--on', '2026-12-05'), '--store or --zone must say'],
    [add('--on', '2026-12-05', '--zone', 'Mars/Base'), '--zone must be a time zone'],
    [add('--on', '2026-12-05', '--zone', 'UTC', '--at', '9'), '--at must be an hour'],
    [
      add('--on', '2026-12-05', '--zone', 'UTC', '--price', '120'),
      '--price must be an amount and its currency',
    ],
    [add('--on', '2026-02-30', '--zone', 'UTC'), '--on must be a day'],
  ] as const
  for (const [args, message] of wrong)
    expect(() => parseReleasesFlags([...args])).toThrow(
      expect.objectContaining({ code: 'config.invalid', message: expect.stringContaining(message) }),
    )
})
