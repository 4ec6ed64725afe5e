/** A tag that does not say under which mode it may work asks the collector, which knows the site's settings. */
import { later } from '../guard.ts'
import type { Tag } from '../tag.ts'

const shortestPause = 2000

/** Resolves when there is an answer. Nothing is sent or kept before. */
export async function modeKnown({ config, know }: Tag): Promise<void> {
  for (let pause = shortestPause; !config.consent; pause *= 2) {
    try {
      const answer = await fetch(config.host + '/s/' + config.site, { credentials: 'omit' })
      const { consent, domains, numbers } = await answer.json()
      config.domains.push(...domains)
      if (numbers) config.numbers = ''
      config.consent = consent
      know(consent)
    } catch {
      await new Promise<void>((again) => later(pause, again))
    }
  }
}
