import type { Page } from 'playwright-core'

/** The window that a person should look at: the newest that the page opened and that is still open, else the page. */
export function frontOf(page: Page): Page {
  const windows = page.context().pages()
  return windows.findLast((each) => !each.isClosed()) ?? page
}

/** Says which window is in front now, whenever another one is. @returns ends it */
export function watchFront(page: Page, show: (front: Page) => void): () => void {
  const context = page.context()
  const tell = () => show(frontOf(page))
  const watch = (popup: Page) => popup.once('close', tell)
  const opened = (popup: Page) => {
    watch(popup)
    tell()
  }
  const popups = context.pages().filter((each) => each !== page)
  for (const popup of popups) watch(popup)
  context.on('page', opened)
  return () => {
    context.off('page', opened)
    for (const popup of context.pages()) popup.off('close', tell)
  }
}
