import type { Effective } from './effective.ts'
import { knobsOf } from './knobs.ts'
import { isAward } from './rule.ts'
import { shippedRuleset } from './rules.ts'
import { rulesetText } from './ruleset.ts'
import type { PublishedRules, Rules } from './shape.ts'
import { describeRule } from './words.ts'

function wordsOf({ ruleset }: Effective): Rules['rules'] {
  return Object.values(ruleset.rules).map((rule) => {
    const { on: name, category } = rule
    const common = { name, category, words: describeRule(rule) }
    if (!isAward(rule))
      return {
        ...common,
        award: null,
        cost: String(rule.cost),
        cap_per_day: null,
        confirmations: null,
        trust: null,
      }
    const { award, capPerDay: cap_per_day, needs } = rule
    return { ...common, award: String(award), cost: null, cap_per_day, ...needs }
  })
}

function knobsAnswer({ overrides }: Effective): Rules['knobs'] {
  return knobsOf(shippedRuleset).map(({ name, key, unit, value: shipped, min, max }) => {
    const override = overrides.find(({ knob }) => knob.key === key)
    const value = override?.applied ? override.value : shipped
    return {
      ...{
        name,
        key,
        unit,
        shipped: String(shipped),
        value: String(value),
        min: String(min),
        max: String(max),
      },
      flag: override ? { value: String(override.value), applied: override.applied } : null,
    }
  })
}

/**
 * The rules that hold, as the API tells them. Pure.
 * @param history rule sets that decided an award, the newest first
 */
export function rulesAnswer(
  effective: Effective,
  history: readonly Omit<PublishedRules, 'content'>[],
): Rules {
  const { hash, ruleset } = effective
  return {
    hash,
    content: rulesetText(ruleset),
    since: history.find((each) => each.hash === hash)?.since ?? null,
    rules: wordsOf(effective),
    knobs: knobsAnswer(effective),
    history: history.filter((each) => each.hash !== hash),
  }
}
