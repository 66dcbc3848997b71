'use client'
import { useState } from 'react'
import { type HouseRule, houseRules } from '../../../core/moderation/rules.ts'
import type { ModCase } from '../../../core/moderation/shape.ts'
import { houseRuleWords } from '../messages/en-moderation.ts'
import { words } from '../messages/moderation/decide-case.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/field.tsx'
import { ReasonForm } from '../review/reason-form.tsx'
import { useResolveCase } from './hooks.ts'

/** Takes a post down, with or without a strike, or lets it stand. */
export function DecideCase({ found }: { found: ModCase }) {
  const resolve = useResolveCase(found.id)
  const [rule, setRule] = useState<HouseRule>(found.reports[0]?.rule ?? 'spam')
  const decide = (note: string, button: string) =>
    button === 'keep'
      ? resolve.mutate({ outcome: 'kept', note })
      : resolve.mutate({ outcome: 'removed', rule, note, strike: button === 'strike' })
  return (
    <div className="grid w-full gap-3">
      <Choice
        label={words.whatItBreaks}
        value={rule}
        onChange={(event) => setRule(event.currentTarget.value as HouseRule)}
      >
        {houseRules.map((name) => (
          <option key={name} value={name}>
            {houseRuleWords[name]}
          </option>
        ))}
      </Choice>
      <ReasonForm
        label={words.whyYouDecideSo}
        hint={words.everyoneReadsThisIn}
        error={resolve.error}
        onReason={decide}
      >
        <Button type="submit" value="strike" tone="alarm" busy={resolve.isPending}>
          {words.takeDownWithA}
        </Button>
        <Button type="submit" value="remove" tone="alarm" busy={resolve.isPending}>
          {words.takeDown}
        </Button>
        <Button type="submit" value="keep" busy={resolve.isPending}>
          {words.letItStand}
        </Button>
      </ReasonForm>
    </div>
  )
}
