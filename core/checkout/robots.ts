export type RobotsVerdict = {
  /** review-only: automation is allowed where a human looks before the payment. */
  verdict: 'allowed' | 'review-only' | 'forbidden'
  /** The line that decided, quoted; empty when none did. */
  line: string
}
type Rule = { allow: boolean; pattern: string; line: string }

/** What RFC 9309 (2.5) asks a reader to take in, and a length that no honest line has. */
const MAX_TEXT = 512 * 1024
const MAX_LINE = 2000

function linesOf(text: string): string[] {
  return text
    .slice(0, MAX_TEXT)
    .split(/\r\n?|\n/)
    .map((line) => line.slice(0, MAX_LINE))
}

/** The rules of the group that names the agent, else of `*` (RFC 9309, section 2.2.1). */
function rulesFor(text: string, agent: string): Rule[] {
  const groups = new Map<string, Rule[]>()
  let names: string[] = []
  let open = false
  for (const raw of linesOf(text)) {
    const line = raw.replace(/#.*/, '').trim()
    const [, key = '', value = ''] = /^([A-Za-z-]+)\s*:\s*(.*)$/.exec(line) ?? []
    const verb = key.toLowerCase()
    if (verb === 'user-agent') {
      names = open ? [...names, value.toLowerCase()] : [value.toLowerCase()]
      open = true
      for (const name of names) if (!groups.has(name)) groups.set(name, [])
    } else if (verb === 'allow' || verb === 'disallow') {
      open = false
      if (value)
        for (const name of names) groups.get(name)?.push({ allow: verb === 'allow', pattern: value, line })
    }
  }
  return groups.get(agent.toLowerCase()) ?? groups.get('*') ?? []
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

const ABOUT = /\b(automat\w*|bots?|agents?|robots?|scripts?|scrap\w*)\b/i
const ACT = /\b(check-?outs?|purchas\w*|orders?|ordering|buy\w*|payments?|complet\w*)\b/i
const FORBID = /\b(not (?:be )?(?:permitted|allowed)|prohibit\w*|forbid\w*|must not|may not|no automated)\b/i
const UNLESS_HUMAN = /\bwithout\b.*\b(human|review|buyer|person|consent|confirmation)\b/i

/** What the shop says about automated buying, in the comments of its robots.txt. */
function policy(text: string): RobotsVerdict {
  const comments = linesOf(text).filter((line) => line.trim().startsWith('#'))
  const line = comments.find((comment) => ABOUT.test(comment) && ACT.test(comment) && FORBID.test(comment))
  if (!line) return { verdict: 'allowed', line: '' }
  return { verdict: UNLESS_HUMAN.test(line) ? 'review-only' : 'forbidden', line: line.trim() }
}

/**
 * May SNPD walk this page for a member? The longest matching rule decides (RFC 9309); the policy in the comments
 * decides above it. Shops keep crawlers out of /cart and /checkout as a habit: for a member-started walk only the
 * product page's path is asked for.
 * @param path path and query of the product page
 */
export function readRobots(text: string, { agent, path }: { agent: string; path: string }): RobotsVerdict {
  const stated = policy(text)
  if (stated.verdict === 'forbidden') return stated
  const hits = rulesFor(text, agent).filter(({ pattern }) => matches(pattern, path))
  const longest = hits.toSorted(
    (a, b) => b.pattern.length - a.pattern.length || Number(b.allow) - Number(a.allow),
  )[0]
  if (longest && !longest.allow) return { verdict: 'forbidden', line: longest.line }
  return stated
}
