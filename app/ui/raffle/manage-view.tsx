'use client'
import { useMe } from '../api/hooks.ts'
import { words } from '../messages/raffle/manage-view.ts'
import { Answer } from '../parts/answer.tsx'
import { Empty } from '../parts/notice.tsx'
import { PlanForm } from './plan-form.tsx'
import { PlansView } from './plans-view.tsx'

/** For admins: what was described, and the form for one more. */
export function ManageView() {
  return (
    <Answer query={useMe()} waiting={words.lookingForYourSession}>
      {(me) =>
        me?.role === 'admin' ? (
          <div className="grid grid-cols-1 gap-10">
            <section aria-labelledby="new" className="grid gap-4">
              <h2 id="new" className="heading text-2xl">
                {words.oneMore}
              </h2>
              <PlanForm />
            </section>
            <section aria-labelledby="described" className="grid gap-4">
              <h2 id="described" className="heading text-2xl">
                {words.describedSoFar}
              </h2>
              <PlansView />
            </section>
          </div>
        ) : (
          <Empty title={words.thisIsForAdmins}>
            <p>{words.askOneOfThem}</p>
          </Empty>
        )
      }
    </Answer>
  )
}
