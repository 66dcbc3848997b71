import type { CDPSession, Page } from 'playwright-core'

const sessions = new WeakMap<Page, Promise<CDPSession>>()

function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, session)
  return session
}

/** What happens to a field while somebody writes, and what once they go on to the next. */
const WRITING = ['beforeinput', 'input', 'keydown', 'keypress', 'keyup', 'focus', 'focusin', 'textInput']
const WRITTEN = [...WRITING, 'change', 'blur', 'focusout']

/** DevTools' own `getEventListeners`, asked of the elements and all that is around them. */
const asking = (selector: string, events: readonly string[]) => `(() => {
  const events = ${JSON.stringify(events)}
  const hears = (target) => Object.keys(getEventListeners(target)).some((name) => events.includes(name))
  const all = new Set(document.querySelectorAll(${JSON.stringify(selector)}))
  if (all.size === 0 || Array.from(document.querySelectorAll('*')).some((el) => el.shadowRoot)) return true
  for (const el of all) if (el.parentNode) all.add(el.parentNode)
  return [...all, window].some(hears)
})()`

async function hears(page: Page, selector: string, events: readonly string[]): Promise<boolean> {
  try {
    const session = await sessionOf(page)
    const expression = asking(selector, events)
    const { result } = await session.send('Runtime.evaluate', {
      ...{ expression, includeCommandLineAPI: true, returnByValue: true },
    })
    return result.value !== false
  } catch {
    return true
  }
}

/** False when no script of the page is told while something is written into these fields; in doubt true. */
export const hearsWriting = (page: Page, selector: string) => hears(page, selector, WRITING)

/** False when no script of the page is told that something was written into one of its fields; in doubt true. */
export const hearsWritten = (page: Page) => hears(page, 'input,select,textarea', WRITTEN)
