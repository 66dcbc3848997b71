import { escapeHtml } from '../corner/html.ts'
import type { Visit } from './shop.ts'

/** A whole page. `body` is HTML already. */
export function document(title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">${head}</head><body>${body}</body></html>`
}

/** Turns a page that waits for a launch by itself: counts down in `#left` and looks anew once it is over. */
export function countdown(opensAt: Date, write: string): string {
  return `<script>const opens = ${opensAt.getTime()}, two = (n) => String(n).padStart(2, '0')
const tick = () => { const s = Math.max(0, Math.ceil((opens - Date.now()) / 1000)), h = Math.floor(s / 3600), m = Math.floor(s / 60) % 60
document.getElementById('left').textContent = ${write}
if (s === 0) { clearInterval(timer); setTimeout(() => location.reload(), 300) } }
const timer = setInterval(tick, 250); tick()</script>`
}

/** Posts a form's or an object's fields, and gives what came back. For the pages that are built by a script. */
export const asking = `<script>const ask = async (path, fields) => { const r = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(fields) }); return { ok: r.ok, ...(await r.json().catch(() => ({}))) } }
const fieldsOf = (root) => Object.fromEntries([...root.querySelectorAll('input,select')].filter((i) => i.name && (!/radio|checkbox/.test(i.type) || i.checked)).map((i) => [i.name, i.value]))</script>`

/** `<option>`s of values and their words. */
export function options(choices: readonly (readonly [string, string])[], first = ''): string {
  const empty = first ? `<option value="">${first}</option>` : ''
  return empty + choices.map(([value, words]) => `<option value="${value}">${words}</option>`).join('')
}

export const states = [
  ['AL', 'Alabama'],
  ['CA', 'California'],
  ['OR', 'Oregon'],
  ['WA', 'Washington'],
] as const

const CARD = ['card', 'code', 'expiry', 'month', 'year', 'holder']

/** Keeps what a till's form said, but for a card: of that only that there was one. */
export function keep({ session, asked: { form } }: Visit): void {
  const fields = Object.entries(form).filter(([name]) => !CARD.includes(name))
  Object.assign(session.form, Object.fromEntries(fields), form.card ? { card: 'given' } : {})
}
