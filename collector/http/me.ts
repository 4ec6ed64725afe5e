/** Who is asking. */
import { done } from '@leadtrail/shared/failure'
import { meSchema } from '@leadtrail/shared/reports'
import { type Route, route } from './route.ts'

export function me(): Route[] {
  return [
    route({
      method: 'get',
      path: '/me',
      summary: 'Who you are to Leadtrail',
      access: 'caller',
      answer: meSchema,
      handle: async ({ caller }) =>
        done(
          caller.via === 'session'
            ? { email: caller.user.email, name: caller.user.name, via: caller.via }
            : { email: '', name: `A token of ${caller.site.name}`, via: caller.via },
        ),
    }),
  ]
}
