import { type BrowserContextOptions, expect, type Locator, type Page } from '@playwright/test'
import type { Picture } from './report.ts'

/** A device that says where it is when it is asked: in Brooklyn, at no address of anybody's. */
export const inBrooklyn: BrowserContextOptions = {
  geolocation: { latitude: 40.71953, longitude: -73.96137 },
  permissions: ['geolocation'],
}

/** The H3 cells that it is in: of resolution 7, and 5. */
export const brooklyn = { area: '872a100d3ffffff', city: '852a100ffffffff' }

export type Draft = {
  kind: 'Intel' | 'Line' | 'W' | 'L' | 'Question'
  text: string
  /** Of the list. */
  where?: 'My area'
  photos?: Picture[]
  anonymous?: boolean
}

/** Fills the form in and sends it. */
export async function sendPost(page: Page, { kind, text, where, photos, anonymous }: Draft): Promise<void> {
  await page.goto('/posts/new')
  await page.getByRole('radio', { name: kind, exact: true }).check()
  await page.getByLabel('What happened?').fill(text)
  if (photos) await page.getByLabel('Photos').setInputFiles(photos)
  if (where) await page.getByLabel('Where').selectOption({ label: where })
  if (anonymous) await page.getByLabel('Without my name').check()
  await page.getByRole('button', { name: 'Post it' }).click()
}

/** The post that says this. */
export const cardOf = (page: Page, text: string): Locator =>
  page.getByRole('article').filter({ hasText: text })

/** Writes a post; ends on its page. */
export async function writePost(page: Page, draft: Draft): Promise<void> {
  await sendPost(page, draft)
  await page.waitForURL(/\/posts\/[0-9a-f-]{36}$/)
  await expect(cardOf(page, draft.text)).toBeVisible()
}

/** The same by the API, signed in as the page is. @returns their ids */
export function addPosts(page: Page, texts: readonly string[], cell?: string): Promise<string[]> {
  return page.evaluate(
    async ({ texts, cell }) => {
      const ids: string[] = []
      for (const text of texts) {
        const response = await fetch('/api/community/posts', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ kind: 'line', text, ...(cell && { cell }) }),
        })
        const post = await response.json()
        if (!response.ok) throw new Error(JSON.stringify(post))
        ids.push(post.id)
      }
      return ids
    },
    { texts, cell },
  )
}
