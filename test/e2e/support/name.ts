import type { Page } from '@playwright/test'

/** Of who is signed in on the page. */
export async function nameOf(page: Page): Promise<string> {
  const link = await page.getByRole('link', { name: /^Profile of/ }).textContent()
  return link?.replace(/^.*Profile of /, '') ?? ''
}
