import type { CDPSession, Page } from 'playwright-core'

const sessions = new WeakMap<Page, Promise<CDPSession>>()

function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, session)
  return session
}

/** Told while somebody writes, before they go on to the next field. */
const EVENTS = ['beforeinput', 'input', 'keydown', 'keypress', 'keyup', 'focus', 'focusin', 'textInput']

/** DevTools' own `getEventListeners`, asked of the element and all that is around it. */
const asking = (selector: string) => `(() => {
  const events = ${JSON.stringify(EVENTS)}
  const hears = (target) => Object.keys(getEventListeners(target)).some((name) => events.includes(name))
  let at = document.querySelector(${JSON.stringify(selector)})
  if (!at) return true
  for (; at; at = at.parentNode ?? at.host) if (hears(at)) return true
  return hears(window)
})()`

/** False when no script of the page is told of what is written into this element; in doubt true. */
export async function hearsTyping(page: Page, selector: string): Promise<boolean> {
  try {
    const session = await sessionOf(page)
    const asked = { expression: asking(selector), includeCommandLineAPI: true, returnByValue: true }
    const { result } = await session.send('Runtime.evaluate', asked)
    return result.value !== false
  } catch {
    return true
  }
}
