'use client'
import { useMe } from '../api/hooks.ts'
import { Answer } from '../parts/answer.tsx'
import { Empty } from '../parts/notice.tsx'
import { PlanForm } from './plan-form.tsx'
import { PlansView } from './plans-view.tsx'

/** For admins: what was described, and the form for one more. */
export function ManageView() {
  return (
    <Answer query={useMe()} waiting="Looking for your session">
      {(me) =>
        me?.role === 'admin' ? (
          <div className="grid grid-cols-1 gap-10">
            <section aria-labelledby="new" className="grid gap-4">
              <h2 id="new" className="heading text-2xl">
                One more
              </h2>
              <PlanForm />
            </section>
            <section aria-labelledby="described" className="grid gap-4">
              <h2 id="described" className="heading text-2xl">
                Described so far
              </h2>
              <PlansView />
            </section>
          </div>
        ) : (
          <Empty title="This is for admins">
            <p>Ask one of them to open a raffle.</p>
          </Empty>
        )
      }
    </Answer>
  )
}
