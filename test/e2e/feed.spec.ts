import { expect, type Page } from '@playwright/test'
import { photoOf } from '../support/photo.ts'
import { expectClean } from './support/axe.ts'
import { desktop, phone, test } from './support/fixtures.ts'
import { addPosts, brooklyn, cardOf, inBrooklyn, sendPost, writePost } from './support/post.ts'
import { tryIt } from './support/sign-in.ts'
import { quiet } from './support/whole.ts'

/** Everything that leaves the page: addresses, bodies, frames of its socket. */
function sentBy(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request) =>
    sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`),
  )
  page.on('websocket', (socket) => {
    sent.push(socket.url())
    socket.on('framesent', ({ payload }) => sent.push(String(payload)))
  })
  return sent
}

const jpeg = async (name: string) => ({
  ...{ name, mimeType: 'image/jpeg' },
  buffer: await photoOf((image) => image.jpeg().withExif({ IFD0: { Make: 'Lumenwerk' } })),
})

for (const [device, options] of Object.entries({ phone, desktop })) {
  test(`${device}: what happened goes out with pictures and an area, and where one stands does not`, async ({
    open,
  }) => {
    const page = await open({ ...options, ...inBrooklyn, reducedMotion: 'reduce' })
    await tryIt(page)
    const sent = sentBy(page)
    const text = `Eleven people at the corner, ${device}`
    const photos = [await jpeg('one.jpg'), await jpeg('two.jpg')]
    await writePost(page, { kind: 'Line', text, where: 'My area', photos })
    for (const nth of [1, 2]) {
      const photo = cardOf(page, text).getByRole('img', { name: new RegExp(`saw it, ${nth} of 2$`) })
      await expect
        .poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth))
        .toBeGreaterThan(0)
    }
    await expectClean(page, { picture: `post-${device}` })
    await page.setViewportSize(options.viewport ?? { width: 360, height: 780 })

    await page.goto('/')
    await page.getByRole('button', { name: 'Near me' }).click()
    await page.waitForURL(`**/?near=${brooklyn.area}`)
    await expect(cardOf(page, text)).toContainText('Brooklyn')
    expect(sent.filter((each) => each.includes('/api/community/posts ')).join()).toContain(brooklyn.area)
    // Four decimals are a house.
    expect(sent.join('\n')).not.toMatch(/40\.71|73\.96/)
    // Nothing finer than an area: H3 has the resolution in the second digit.
    expect(sent.join('\n')).not.toMatch(/\b8[89abcdef][0-9a-f]{13}\b/)
    await expectClean(page, { picture: `feed-${device}` })
  })

  test(`${device}: new posts wait to be asked for, and nothing that is read moves`, async ({ open }) => {
    const author = await open({ ...desktop, ...inBrooklyn })
    await tryIt(author)
    const old = Array.from({ length: 6 }, (_, n) => `Standing still ${n}, ${device}`)
    await addPosts(author, old, brooklyn.area)
    const reader = await open({ ...options, reducedMotion: 'reduce' })
    await tryIt(reader)
    await reader.goto(`/?near=${brooklyn.area}`)
    const read = cardOf(reader, `Standing still 2, ${device}`)
    await read.scrollIntoViewIfNeeded()
    await quiet(reader)
    const before = await read.boundingBox()
    const news = reader.getByRole('button', { name: /^Show \d+ new posts?$/ })
    await expect(async () => {
      await addPosts(author, [`Just in, ${device}`], brooklyn.area)
      await expect(news).toBeVisible({ timeout: 3_000 })
    }).toPass()
    expect(await read.boundingBox()).toEqual(before)
    await expect(cardOf(reader, `Just in, ${device}`)).toHaveCount(0)
    await news.click()
    await expect(cardOf(reader, `Just in, ${device}`).first()).toBeInViewport()
    await expect(news).toBeHidden()
  })

  test(`${device}: a thread goes back and forth without a reload, and an anonymous answer has a name of its own`, async ({
    open,
  }) => {
    const asker = await open(options)
    await tryIt(asker)
    await writePost(asker, { kind: 'Question', text: `Do Harbour Runners run small, ${device}?` })
    const other = await open(options)
    await tryIt(other)
    await other.goto(asker.url())
    await other.getByLabel('Your answer').fill('Half a size, at most')
    await other.getByLabel('Without my name').check()
    await other.getByLabel('Photos').setInputFiles([await jpeg('insole.jpg')])
    await other.getByRole('button', { name: 'Send answer' }).click()
    const given = cardOf(other, 'Half a size, at most')
    await expect(given).toContainText('anonymous here')
    await expect(given).toBeInViewport()
    await expect(given.getByRole('img', { name: /saw it, 1 of 1$/ })).toBeVisible()
    // The next answer does not take it along.
    await expect(other.getByLabel('Photos')).toHaveValue('')

    const got = cardOf(asker, 'Half a size, at most')
    await expect(got).toContainText('anonymous here')
    await expect(got).not.toContainText('you')
    await got.getByRole('button', { name: 'Answer' }).click()
    await expect(asker.getByLabel('Your answer')).toBeFocused()
    await asker.getByLabel('Your answer').fill('Then half a size up')
    await asker.getByRole('button', { name: 'Send answer' }).click()
    const back = cardOf(other, 'Then half a size up')
    await expect(back.getByRole('link', { name: /^answers / })).toBeVisible()
    await expectClean(other, { picture: `thread-${device}` })
  })
}

test('all of it reads without JavaScript: the feed in both orders, a city, a thread, a member', async ({
  open,
}) => {
  const author = await open({ ...phone, ...inBrooklyn })
  await tryIt(author)
  const [id] = await addPosts(author, ['Plain as paper'], brooklyn.area)
  await author.goto(`/posts/${id}`)
  await author.getByLabel('Your answer').fill('Plain as an answer')
  await author.getByRole('button', { name: 'Send answer' }).click()
  await expect(cardOf(author, 'Plain as an answer')).toBeVisible()

  const reader = await open({ ...phone, javaScriptEnabled: false })
  await reader.goto('/')
  await expect(cardOf(reader, 'Plain as paper')).toBeVisible()
  await reader.getByText('Peek at a city').click()
  await reader.getByRole('link', { name: 'Brooklyn', exact: true }).click()
  await expect(reader.getByText(/^You look at this place from far away/)).toBeVisible()
  await expect(cardOf(reader, 'Plain as paper')).toContainText('Brooklyn')
  await reader.getByRole('link', { name: 'Hot', exact: true }).click()
  await expect(reader).toHaveURL(new RegExp(`near=${brooklyn.city}&sort=hot`))
  await cardOf(reader, 'Plain as paper').getByRole('link', { name: '1 reply' }).click()
  await expect(cardOf(reader, 'Plain as an answer')).toBeVisible()
  await cardOf(reader, 'Plain as paper').getByRole('link').first().click()
  await expect(reader.getByText(/^1 post/)).toBeVisible()
  await expect(cardOf(reader, 'Plain as paper')).toBeVisible()
})

test('a post is voted up, liked, kept and followed; its author changes it and takes it back', async ({
  open,
}) => {
  const author = await open(desktop)
  await tryIt(author)
  await writePost(author, { kind: 'W', text: 'Got the last Lockkeepers' })
  const reader = await open(desktop)
  await tryIt(reader)
  await reader.goto(author.url())
  const card = cardOf(reader, 'Got the last Lockkeepers')
  for (const name of ['Vote up', 'Like', 'Save for later']) {
    await card.getByRole('button', { name }).click()
    await expect(card.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true')
  }
  // Its author sees it without asking, and cannot vote on it.
  await expect(cardOf(author, 'Got the last Lockkeepers')).toContainText('Score 1')
  await expect(author.getByRole('button', { name: 'Vote up' })).toHaveCount(0)

  // In the list itself too, without going to its page.
  await reader.goto('/')
  for (const pressed of ['false', 'true'])
    for (const name of ['Vote up', 'Like', 'Save for later']) {
      await card.getByRole('button', { name }).click()
      await expect(card.getByRole('button', { name })).toHaveAttribute('aria-pressed', pressed)
    }
  await expect(reader).toHaveURL(/\/$/)
  await expect(card).toContainText('Score 1')

  await card.getByRole('link').first().click()
  await reader.getByRole('button', { name: 'Follow', exact: true }).click()
  await expect(reader.getByText('1 follower', { exact: true })).toBeVisible()
  await expectClean(reader, { picture: 'profile' })
  await reader.setViewportSize({ width: 1280, height: 900 })
  await reader.goto('/?following=1')
  await expect(cardOf(reader, 'Got the last Lockkeepers')).toBeVisible()
  await reader.goto('/saved')
  await expect(cardOf(reader, 'Got the last Lockkeepers')).toBeVisible()

  await author.getByText('Change or take back').click()
  await author.getByLabel('In other words').fill('Got the last Lockkeepers in nine')
  await author.getByRole('button', { name: 'Save the words' }).click()
  await expect(cardOf(author, 'Got the last Lockkeepers in nine')).toContainText('edited')
  await author.getByRole('button', { name: 'Take it back' }).click()
  await author.getByRole('button', { name: 'Yes, take it back' }).click()
  await expect(author.getByText('Taken back.')).toBeVisible()
  await reader.reload()
  await expect(reader.getByText('Nothing saved')).toBeVisible()
})

test('what one should not see can be reported and muted; an anonymous author in this thread alone', async ({
  open,
}) => {
  const author = await open(desktop)
  await tryIt(author)
  await writePost(author, { kind: 'Intel', text: 'Cheap pairs, write to me', anonymous: true })
  const reader = await open(phone)
  await tryIt(reader)
  await reader.goto(author.url())
  const card = cardOf(reader, 'Cheap pairs, write to me')
  await card.getByText('Report or mute').click()
  await card.getByLabel('What is wrong with it?').selectOption('scam')
  await expectClean(reader, { picture: 'report-post' })
  await reader.setViewportSize({ width: 360, height: 780 })
  await card.getByRole('button', { name: 'Report' }).click()
  await expect(card.getByText('✓ A moderator will look at it.')).toBeVisible()
  await expect(card.getByRole('button', { name: 'Block this member' })).toHaveCount(0)
  await card.getByRole('button', { name: 'Mute them in this thread' }).click()
  await expect(card.getByText('✓ Muted in this thread.')).toBeVisible()
  await reader.goto('/')
  await expect(reader.getByRole('article').first()).toBeVisible()
  await expect(cardOf(reader, 'Cheap pairs, write to me')).toHaveCount(0)
})

test('markup stays text; what hides in a text or is no picture is refused in words, and nothing typed is lost', async ({
  open,
}) => {
  const page = await open(phone)
  await tryIt(page)
  const alerts: string[] = []
  page.on('dialog', (dialog) => {
    alerts.push(dialog.message())
    void dialog.dismiss()
  })
  const markup = '<img src=x onerror=alert(1)> <b>bold</b> & "quotes"'
  await writePost(page, { kind: 'Intel', text: markup })
  await expect(page.getByText(markup, { exact: true })).toBeVisible()
  expect(alerts).toEqual([])

  const turned = 'pay \u202eti daer rehto eht yaw\u202c now'
  await sendPost(page, { kind: 'Intel', text: turned })
  await expect(page.getByText('has invisible characters that turn the order of reading around')).toBeVisible()
  const box = page.getByLabel('What happened?')
  await expect(box).toHaveValue(turned)
  await box.fill('Said plainly this time')
  const broken = { name: 'shelf.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture at all') }
  await page.getByLabel('Photos').setInputFiles(broken)
  await page.getByRole('button', { name: 'Post it' }).click()
  await expect(page.getByText('This is no picture that can be read here.')).toBeVisible()
  const large = { ...broken, buffer: Buffer.alloc(8 * 1024 * 1024 + 1) }
  await page.getByLabel('Photos').setInputFiles(large)
  await expect(page.getByText('This file is larger than 8 MB. Choose a smaller one.')).toBeVisible()
  await expect(box).toHaveValue('Said plainly this time')
  await page.getByLabel('Photos').setInputFiles([])
  await page.getByRole('button', { name: 'Post it' }).click()
  await page.waitForURL(/\/posts\/[0-9a-f-]{36}$/)
  await expect(cardOf(page, 'Said plainly this time')).toBeVisible()
})
