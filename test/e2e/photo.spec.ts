import { expect } from '@playwright/test'
import { photoOf } from '../support/photo.ts'
import { phone, test } from './support/fixtures.ts'
import { sendReport } from './support/report.ts'

test('a report takes a photo along; one that cannot be read is asked for again, and the report stands', async ({
  open,
}) => {
  const member = await open(phone)
  await member.goto('/')
  await member.getByRole('button', { name: 'Try it' }).first().click()
  await expect(member.getByRole('link', { name: /^Profile of/ })).toBeVisible()
  const buffer = await photoOf((image) => image.jpeg().withExif({ IFD0: { Make: 'Lumenwerk' } }))
  const photo = { name: 'shelf.jpg', mimeType: 'image/jpeg', buffer }
  const cardOf = (note: string) => member.getByRole('listitem').filter({ hasText: note }).first()
  const isDrawn = (note: string) =>
    expect
      .poll(() =>
        cardOf(note)
          .getByRole('img', { name: /as a member saw it/ })
          .evaluate((image: HTMLImageElement) => image.naturalWidth),
      )
      .toBe(40)

  await sendReport(member, { size: '9', note: 'With a picture', photo })
  await isDrawn('With a picture')

  const broken = { ...photo, buffer: Buffer.from('no picture at all') }
  await sendReport(member, { size: '10', note: 'With a broken one', photo: broken })
  await expect(member.getByRole('heading', { name: 'Your report is in. Its photo is not.' })).toBeVisible()
  await expect(member.getByText('This is no picture that can be read here.')).toBeVisible()
  await member.getByLabel('Photo').setInputFiles(photo)
  await member.getByRole('button', { name: 'Send the photo again' }).click()
  await isDrawn('With a broken one')
})
