/** `leadtrail numbers set`: which numbers visitors are shown in place of a published one. */
import { snippetOf } from '../http/snippet.ts'
import { configOf } from '../main/config.ts'
import { type Command, json } from './command.ts'
import { changePools, isOn, numbersIn, ofSite } from './number-pool.ts'

export const numbersSet: Command = {
  name: 'numbers set',
  summary: 'Lend visitors numbers in place of a published one, so that it is known who calls; prints all of the site',
  options: {
    ...ofSite,
    on: { value: 'NUMBER', about: 'The number as it is published, such as "+45 70 10 10 10"', required: true },
    numbers: { value: 'NUMBER[,NUMBER]', about: 'Those lent in its place, as they shall be shown', required: true },
    fallback: { value: 'NUMBER', about: 'Shown when none is free (the published one)' },
    minutes: { value: 'MINUTES', about: "How long a number is a visitor's after he was last seen (60)" },
    ...json,
  },
  async run(given, around) {
    const site = await changePools(given, around, (pools) => {
      const { on = '', fallback, minutes } = given
      const length = minutes === undefined ? {} : { minutes: /^\d+$/.test(minutes) ? Number(minutes) : minutes }
      return [...pools.filter((pool) => !isOn(pool, on)), { on, numbers: numbersIn(given), fallback, ...length }]
    })
    // A tag that names the consent mode asks the collector for nothing, so not for numbers either.
    around.say(
      'Tags that were pasted with data-consent need data-numbers now. ' +
        'The new tag (keep data-cmp and what else you have added):',
    )
    around.say(snippetOf(site, configOf(around.env).baseUrl))
  },
}
