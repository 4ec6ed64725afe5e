/** `leadtrail destination add`: where new leads of a site go from now on. */
import { newDestinationSchema } from '@leadtrail/shared/reports'
import { destinationFrom } from '../http/destinations.ts'
import { type Command, UsageError, json } from './command.ts'
import { siteNamed, withData } from './data.ts'

export const destinationAdd: Command = {
  name: 'destination add',
  summary: 'Add a mail address or a webhook that gets the new leads of a site',
  options: {
    site: { value: 'KEY', about: 'Key or id of the site', required: true },
    mail: { value: 'ADDRESS', about: 'A mail address, or' },
    webhook: { value: 'URL', about: 'a web address; the secret that signs its requests is printed' },
    ...json,
  },
  async run(given, around) {
    const { mail, webhook } = given
    if ((mail === undefined) === (webhook === undefined)) throw new UsageError('Give either --mail or --webhook.')
    const asked = newDestinationSchema.safeParse(
      mail === undefined ? { kind: 'webhook', to: webhook } : { kind: 'mail', to: mail },
    )
    if (!asked.success)
      throw new UsageError(`"${mail ?? webhook}" ${asked.error.issues[0]?.message ?? 'is no address'}.`)
    const { id, secret } = await withData(around, async ({ archive, registry, world }) => {
      const site = await siteNamed(archive, given['site'] ?? '')
      const destination = destinationFrom(asked.data, world)
      await registry.addDestination(site.id, destination)
      return destination
    })
    const lines = [`id      ${id}`, ...(secret ? [`secret  ${secret}`] : [])]
    around.print(given['json'] === undefined ? lines.join('\n') : JSON.stringify({ id, secret: secret ?? null }))
  },
}
