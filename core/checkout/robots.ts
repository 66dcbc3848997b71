export type RobotsVerdict = {
  /** review-only: automation is allowed where a human looks before the payment. */
  verdict: 'allowed' | 'review-only' | 'forbidden'
  /** The line that decided, quoted; empty when none did. */
  line: string
}
type Rule = { allow: boolean; pattern: string; line: string }

/** The rules of the group that names the agent, else of `*` (RFC 9309, section 2.2.1). */
function rulesFor(text: string, agent: string): Rule[] {
  const groups = new Map<string, Rule[]>()
  let names: string[] = []
  let open = false
  for (const raw of text.split(/\r?\n/)) {
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

function matches(pattern: string, path: string): boolean {
  const source = pattern.replace(/[.+?^{}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')
  return new RegExp(`^${source.replace(/\$$/, '$')}`).test(path)
}

const ABOUT = /\b(automat\w*|bots?|agents?|robots?|scripts?|scrap\w*)\b/i
const ACT = /\b(check-?outs?|purchas\w*|orders?|ordering|buy\w*|payments?|complet\w*)\b/i
const FORBID = /\b(not (?:be )?(?:permitted|allowed)|prohibit\w*|forbid\w*|must not|may not|no automated)\b/i
const UNLESS_HUMAN = /\bwithout\b.*\b(human|review|buyer|person|consent|confirmation)\b/i

/** What the shop says about automated buying, in the comments of its robots.txt. */
function policy(text: string): RobotsVerdict {
  const comments = text.split(/\r?\n/).filter((line) => line.trim().startsWith('#'))
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
