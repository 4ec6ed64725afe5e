import type { Answer, Claim as SharedClaim } from '@leadtrail/shared/event'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { Claim, Field, FieldType } from './package.ts'

describe('@leadtrail/tracker', () => {
  it('does nothing on a server: not when it is imported, not when it is called', async () => {
    const before = Object.keys(globalThis)
    const { init, page, event, identify, form, consent, reset, visitor } = await import('./package.ts')
    init({ site: 'pk_acme', host: 'https://leads.example.com', consent: 'granted' })
    page()
    event('seen', { by: 'a server' })
    identify({ email: 'jane@acme.example' })
    form({ fields: { email: 'jane@acme.example' } })
    consent('granted')
    reset()
    visitor(() => expect.unreachable('nobody visits a server'))
    expect(Object.keys(globalThis)).toEqual(before)
  })

  it('has types of its own, which say what the collector takes', () => {
    expectTypeOf<FieldType>().toEqualTypeOf<NonNullable<Answer['type']>>()
    expectTypeOf<Required<Claim>>().toExtend<{ readonly [Key in keyof Required<SharedClaim>]: unknown }>()
    expectTypeOf<NonNullable<Claim['traits']>[string]>().toEqualTypeOf<NonNullable<SharedClaim['traits']>[string]>()
    expectTypeOf<keyof Field>().toExtend<keyof Answer>()
  })
})
