import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What axe finds against WCAG 2.2 AA on a page as it is now; the whole report is kept. @returns one line for each finding */
export async function findBarriers(
  page: Page,
  { name, folder }: { name: string; folder: string },
): Promise<string[]> {
  const report = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(report, null, 2))
  return report.violations.map(({ id, nodes }) => `${id}, ${nodes.length} times`)
}
