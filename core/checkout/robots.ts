export type RobotsVerdict = {
  /** review-only: automation is allowed where a human looks before the payment. */
  verdict: 'allowed' | 'review-only' | 'forbidden'
  /** The line that decided, quoted; empty when none did. */
  line: string
  /** What the group asks to wait between two pages (Crawl-delay, in seconds there). */
  crawlDelayMs: number
}
type Rule = { allow: boolean; pattern: string; line: string }
type Group = { rules: Rule[]; delayMs: number }

/** What RFC 9309 (2.5) asks a reader to take in, and a length that no honest line has. */
const MAX_TEXT = 512 * 1024
const MAX_LINE = 2000

function linesOf(text: string): string[] {
  return text
    .slice(0, MAX_TEXT)
    .split(/\r\n?|\n/)
    .map((line) => line.slice(0, MAX_LINE))
}

function enter(group: Group, verb: string, { value, line }: { value: string; line: string }): void {
  if (verb === 'crawl-delay' && Number(value) > 0) group.delayMs = Number(value) * 1000
  else if (verb !== 'crawl-delay' && value)
    group.rules.push({ allow: verb === 'allow', pattern: value, line })
}

/** The group that names the agent, else that of `*` (RFC 9309, section 2.2.1). */
function groupFor(text: string, agent: string): Group {
  const groups = new Map<string, Group>()
  let names: string[] = []
  let open = false
  for (const raw of linesOf(text)) {
    const line = raw.replace(/#.*/, '').trim()
    const [, key = '', value = ''] = /^([A-Za-z-]+)\s*:\s*(.*)$/.exec(line) ?? []
    const verb = key.toLowerCase()
    if (verb === 'user-agent') {
      // "SNPD/1.0" and "SNPD" are one (RFC 9309, 2.2.1).
      const name = value.toLowerCase().replace(/\/.*/, '')
      names = open ? [...names, name] : [name]
      open = true
      for (const name of names) if (!groups.has(name)) groups.set(name, { rules: [], delayMs: 0 })
    } else if (/^(allow|disallow|crawl-delay)$/.test(verb)) {
      open = false
      for (const group of names.flatMap((name) => groups.get(name) ?? [])) enter(group, verb, { value, line })
    }
  }
  return groups.get(agent.toLowerCase()) ?? groups.get('*') ?? { rules: [], delayMs: 0 }
}

/** `*` stands for anything, a last `$` for the end. Part by part, not by RegExp: a hostile pattern would take for ever. */
function matches(pattern: string, path: string): boolean {
  const ends = pattern.endsWith('$')
  const [first = '', ...parts] = (ends ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(first)) return false
  const last = ends ? parts.pop() : undefined
  if (ends && last === undefined) return path === first
  let at = first.length
  for (const part of parts) {
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return last === undefined || (path.endsWith(last) && path.length - last.length >= at)
}

/** Whole words; "\\b" knows the letters of English alone. */
const whole = (words: string) => `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`
const ABOUT = new RegExp(
  `${whole('automat\\p{L}*|bots?|agents?|robots?|scripts?|scrap\\p{L}*|ai|assistants?|roboter|skripte?n?|ki-?agent\\p{L}*|agenten|assistent\\p{L}*|agentes?|agenti|asistentes?')}|自動|ボット|ロボット|エージェント`,
  'iu',
)
const ACT = new RegExp(
  `${whole('check-?outs?|purchas\\p{L}*|orders?|ordering|buy\\p{L}*|payments?|complet\\p{L}*|\\p{L}*bestell\\p{L}*|\\p{L}*käufe?n?|\\p{L}*kaufen?|\\p{L}*zahl(?:ung|en)\\p{L}*|command(?:es?|er)|achats?|acheter|paiements?|pedidos?|compras?|pagos?|ordini|acquist\\p{L}*|pagament\\p{L}*|aankop\\p{L}*|betaling\\p{L}*')}|購入|注文|決済|支払`,
  'iu',
)
/** Saying no to the act itself: "do not crawl the checkout" speaks to other machines. */
const NEVER =
  '(?:do not|don.t|never|cannot)(?: \\p{L}+){0,3} (?:buy|purchase|order|pay|complete|submit|place|automate|check out)|(?:do not|don.t|never) use (?:\\p{L}+ ){0,3}(?:bots?|agents?|scripts?|automation)'
const FORBID = new RegExp(
  `${whole(`not (?:be )?(?:permitted|allowed|accepted|welcome)|don.t (?:allow|permit|accept)|prohibit\\p{L}*|disallow\\p{L}*|bann?ed|forbid\\p{L}*|must not|may not|no (?:automat\\p{L}*|bots?|robots?|agents?|scripts?)|${NEVER}|(?:nicht|keine?) (?:\\p{L}+ ){0,2}(?:gestattet|erlaubt|zulässig|zugelassen|erwünscht)|verboten|untersagt|unzulässig|interdit\\p{L}*|(?:pas|non) (?:autorisé|permis)\\p{L}*|prohibid\\p{L}*|no (?:se |est[áa]n? )?permit\\p{L}*|vietat\\p{L}*|non (?:è |sono )?(?:consentit|permess|ammess)\\p{L}*|niet toegestaan`)}|禁止|禁じ|お断り|認め(?:られ)?(?:て(?:い|お)り)?ません|許可(?:され)?て(?:い|お)り?ません`,
  'iu',
)
const HUMAN = `(?:${whole('human|humans|review|buyers?|persons?|people|customers?|users?|consent|confirm\\p{L}*|approv\\p{L}*|menschlich\\p{L}*|menschen?|person|bestätigung|prüfung|zustimmung|humain\\p{L}*|personne|validation|confirmation|human[oa]s?|persona|confirmación|umana?|conferma')}|人間|人に|本人|確認)`
const UNLESS_HUMAN = new RegExp(
  `${whole('without|unless|except|until|only|ohne|außer|nur|sans|sauf|uniquement|sin|salvo|senza|zonder')}.*${HUMAN}|(?:人|確認|承認).{0,12}(?:なし|ない|ず|なく)`,
  'iu',
)
const NEEDS_HUMAN = new RegExp(
  `${whole('requires?|needs?|must|only|have to|has to|muss|müssen|erforder\\p{L}*|benötig\\p{L}*|doit|doivent|exige\\p{L}*|nécessit\\p{L}*|requier\\p{L}*|debe\\p{L}*')}.*${HUMAN}|${HUMAN}.*(?:必要|erforderlich|obligatoire)`,
  'iu',
)

const FRAME = /[\s\u2500-\u257f|]/

/** A comment's words, without the frame and the bullets that some shops draw around them. */
function bare(comment: string): string {
  let end = comment.length
  // Not by a pattern: one that looks for the end from every place would take for ever.
  while (end > 0 && FRAME.test(comment[end - 1] ?? '')) end--
  return comment.slice(0, end).replace(/^[#\s\u2500-\u257f|*•]+/, '')
}

/** The comments as sentences, paragraph by paragraph: one may run over several lines. */
function paragraphsOf(text: string): string[][] {
  const blocks: string[] = []
  let isOpen = false
  for (const line of linesOf(text).map((each) => each.trim())) {
    const words = line.startsWith('#') ? bare(line) : ''
    if (words === '') isOpen = false
    else if (isOpen) blocks.push(`${blocks.pop()} ${words}`)
    else blocks.push(words)
    isOpen = words !== ''
  }
  return blocks.map((block) => block.split(/(?<=[.!?])\s+|(?<=。)/))
}

type Policy = Pick<RobotsVerdict, 'verdict' | 'line'>

/** What the shop says about automated buying, in the comments of its robots.txt. */
function policy(text: string): Policy {
  const paragraphs = paragraphsOf(text)
  const stated = paragraphs.flat().filter((sentence) => ABOUT.test(sentence) && ACT.test(sentence))
  const forbids = stated.filter((sentence) => FORBID.test(sentence))
  const hard = forbids.find((sentence) => !UNLESS_HUMAN.test(sentence))
  if (hard) return { verdict: 'forbidden', line: hard }
  // "AI agents may browse. Purchases need a human's approval."
  const near = paragraphs.filter((sentences) => sentences.some((each) => ABOUT.test(each))).flat()
  const soft = forbids[0] ?? near.find((sentence) => ACT.test(sentence) && NEEDS_HUMAN.test(sentence))
  return soft ? { verdict: 'review-only', line: soft } : { verdict: 'allowed', line: '' }
}

/**
 * May SNPD walk this page for a member? The longest matching rule decides (RFC 9309); the policy in the comments
 * decides above it. Shops keep crawlers out of /cart and /checkout as a habit: for a member-started walk only the
 * product page's path is asked for.
 * @param path path and query of the product page
 */
export function readRobots(text: string, { agent, path }: { agent: string; path: string }): RobotsVerdict {
  const stated = policy(text)
  const { rules, delayMs: crawlDelayMs } = groupFor(text, agent)
  if (stated.verdict === 'forbidden') return { ...stated, crawlDelayMs }
  const longest = rules
    .filter(({ pattern }) => matches(pattern, path))
    .toSorted((a, b) => b.pattern.length - a.pattern.length || Number(b.allow) - Number(a.allow))[0]
  if (longest && !longest.allow) return { verdict: 'forbidden', line: longest.line, crawlDelayMs }
  return { ...stated, crawlDelayMs }
}
