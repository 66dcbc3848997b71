'use client'
import { useState } from 'react'
import { type HouseRule, houseRules } from '../../../core/moderation/rules.ts'
import { useMe } from '../api/hooks.ts'
import { houseRuleWords } from '../messages/en-moderation.ts'
import { words } from '../messages/happening/take-down.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/field.tsx'
import { ReasonForm } from '../review/reason-form.tsx'
import { useTakeDown } from './hooks.ts'

/** What moderators do with an event that breaks the rules. */
export function TakeDown({ id }: { id: string }) {
  const { data: me } = useMe()
  const takeDown = useTakeDown(id)
  const [rule, setRule] = useState<HouseRule>('spam')
  if (!me || me.role === 'member') return null
  return (
    <details className="grid gap-3 border border-rule p-4">
      <summary className="min-h-11 content-center font-semibold">{words.moderate}</summary>
      <div className="grid gap-3">
        <Choice
          label={words.whatItBreaks}
          value={rule}
          onChange={({ currentTarget }) => setRule(currentTarget.value as HouseRule)}
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
          error={takeDown.error}
          onReason={(note) => takeDown.mutate({ rule, note })}
        >
          <Button type="submit" tone="alarm" busy={takeDown.isPending}>
            {words.takeDown}
          </Button>
        </ReasonForm>
      </div>
    </details>
  )
}
