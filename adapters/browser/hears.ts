import type { CDPSession, Page } from 'playwright-core'

const sessions = new WeakMap<Page, Promise<CDPSession>>()

function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, session)
  return session
}

/** What happens to a field while somebody writes. */
const EVENTS = ['beforeinput', 'input', 'keydown', 'keypress', 'keyup', 'focus', 'focusin', 'textInput']

/** DevTools' own `getEventListeners`, asked of the elements and all that is around them. */
const asking = (selector: string) => `(() => {
  const events = ${JSON.stringify(EVENTS)}
  const hears = (target) => Object.keys(getEventListeners(target)).some((name) => events.includes(name))
  const all = new Set(document.querySelectorAll(${JSON.stringify(selector)}))
  if (all.size === 0 || Array.from(document.querySelectorAll('*')).some((el) => el.shadowRoot)) return true
  for (const el of all) if (el.parentNode) all.add(el.parentNode)
  return [...all, window].some(hears)
})()`

/** False when no script of the page is told while something is written into these fields; in doubt true. */
export async function hearsWriting(page: Page, selector: string): Promise<boolean> {
  try {
    const session = await sessionOf(page)
    const expression = asking(selector)
    const { result } = await session.send('Runtime.evaluate', {
      ...{ expression, includeCommandLineAPI: true, returnByValue: true },
    })
    return result.value !== false
  } catch {
    return true
  }
}
