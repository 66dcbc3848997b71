'use client'
import type { FormEvent } from 'react'
import { useMe } from '../api/hooks.ts'
import { useSaveMember } from '../api/mutations.ts'
import { asProblem } from '../api/problem.ts'
import { AddressFields, readAddress } from '../drop/address-fields.tsx'
import { words } from '../messages/member/address.ts'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { Saved } from './saved.tsx'

/** Where the assistant has pairs sent unless a checkout says otherwise. */
export function Address() {
  const save = useSaveMember()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate({ shipping_address: readAddress(new FormData(event.currentTarget)) })
  }
  return (
    <Answer query={useMe()} waiting={words.loadingYourAddress}>
      {(me) =>
        me && (
          <form key={me.shipping_address ? 'kept' : 'none'} onSubmit={send} className="grid max-w-2xl gap-4">
            <AddressFields
              initial={me.shipping_address}
              errors={save.error ? asProblem(save.error).fields : {}}
            />
            {save.error && <ErrorNotice error={save.error} />}
            <div className="flex flex-wrap items-center gap-4">
              <Button type="submit" busy={save.isPending}>
                {words.saveAddress}
              </Button>
              {me.shipping_address && (
                <Button tone="quiet" onClick={() => save.mutate({ shipping_address: null })}>
                  {words.forgetIt}
                </Button>
              )}
              <Saved when={save.isSuccess}>
                {save.variables?.shipping_address === null ? words.forgotten : words.saved}
              </Saved>
            </div>
          </form>
        )
      }
    </Answer>
  )
}
