import { expect, test } from 'vitest'
import { run } from '../../test/support/cli.ts'
import { databaseForTest } from '../../test/support/database.ts'
import { addCatalog } from '../../test/support/members.ts'
import { parseTargetsFlags } from './flags.ts'
import { performTargets } from './perform.ts'

const URL = 'https://shop.example/products/tern'

test('a page is watched, paused, resumed and forgotten, by what people call its sneaker and its store', async () => {
  const { app, appUrl } = await databaseForTest()
  await addCatalog(app)
  const [names] = await app<{ style: string; slug: string }[]>`
    select (select style_code from app.sneaker limit 1) as style, (select slug from app.store limit 1) as slug`
  const { style = '', slug = '' } = names ?? {}
  const targets = (...args: string[]) => performTargets(app, parseTargetsFlags(args).command)
  expect(await targets('list')).toBe('Nothing is watched.')
  await expect(targets('add', URL, '--sneaker', 'NO-1', '--store', slug)).rejects.toMatchObject({
    code: 'catalog.unknown',
    message: 'There is no sneaker with the style code "NO-1".',
  })
  await expect(
    targets('add', 'http://10.0.0.1/p', '--sneaker', style, '--store', slug),
  ).rejects.toMatchObject({ code: 'url.refused' })
  const id =
    /as (\S+)\./.exec(await targets('add', URL, '--sneaker', style, '--store', slug, '--every', '30'))?.[1] ??
    ''
  const { out } = await run('scripts/targets.ts', ['list'], { APP_DATABASE_URL: appUrl }).ended
  expect(out).toBe(`${id}  ${style}  ${slug}  every 30 s as set, never read\n  ${URL}\n`)
  expect(await targets('pause', id)).toBe('Paused.')
  expect(await targets('list')).toContain('  paused, never read')
  expect(await targets('resume', id)).toBe('Watched again.')
  expect(await targets('remove', id)).toBe('Removed.')
  await expect(targets('pause', id)).rejects.toMatchObject({ code: 'target.not-found' })
})

test('a command that is none is refused with what there is', () => {
  for (const args of [
    [],
    ['add'],
    ['add', URL],
    ['add', URL, '--sneaker', 'a', '--store', 'b', '--every', '0'],
    ['pause', '7'],
    ['list', 'x'],
  ])
    expect(() => parseTargetsFlags(args)).toThrow(expect.objectContaining({ code: 'config.invalid' }))
})
