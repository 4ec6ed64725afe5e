/** `leadtrail token add`: a token with which a server speaks for a site. Only its digest is kept. */
import { type Command, json } from './command.ts'
import { siteNamed, withData } from './data.ts'

export const tokenAdd: Command = {
  name: 'token add',
  summary: 'Make a token for the API of a site; it is shown only now',
  options: {
    site: { value: 'KEY', about: 'Key or id of the site', required: true },
    name: { value: 'NAME', about: 'What it is for' },
    ...json,
  },
  async run(given, around) {
    const token = await withData(around, async ({ archive, registry, world: { chance, digest, clock } }) => {
      const { id } = await siteNamed(archive, given['site'] ?? '')
      // 256 random bits.
      const made = `lt_${chance.id()}${chance.id()}`
      await registry.addToken(id, digest.sha256(made), given['name'] ?? 'Token', clock.now())
      return made
    })
    around.print(given['json'] === undefined ? token : JSON.stringify({ token }))
  },
}
