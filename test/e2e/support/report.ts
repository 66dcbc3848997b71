import { expect, type Page } from '@playwright/test'

export type Picture = { name: string; mimeType: string; buffer: Buffer }

/** Fills the form in and sends it. */
export async function sendReport(
  page: Page,
  { size, note, photo }: { size: string; note: string; photo?: Picture },
): Promise<void> {
  await page.goto('/restocks/report')
  await page.getByRole('radio', { name: /^Court Low/ }).check()
  await page.getByRole('radio', { name: size, exact: true }).check()
  await page.getByLabel('Shop').selectOption({ index: 1 })
  await page.getByLabel('Price on the tag, USD').fill('150.00')
  await page.getByLabel('Note').fill(note)
  if (photo) await page.getByLabel('Photo').setInputFiles(photo)
  await page.getByRole('button', { name: 'Send report' }).click()
}

/** Reports a pair in a size through the form; ends on the list with the report in it. */
export async function reportRestock(page: Page, report: { size: string; note: string }): Promise<void> {
  await sendReport(page, report)
  const { note } = report
  const card = page.getByRole('listitem').filter({ hasText: note })
  await expect(card.getByText(/^Your report\. /)).toBeVisible()
}
