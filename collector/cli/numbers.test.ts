import { expect, it } from 'vitest'
import { aFolder } from '../../test/builders/database.ts'
import { run } from './run.ts'

/** A data folder with a site; runs commands about its numbers. */
async function aSiteOfNumbers() {
  const folder = aFolder()
  const leadtrail = async (...args: readonly string[]) => {
    let [out, said] = ['', '']
    const code = await run(args, {
      print: (text) => (out += `${text}\n`),
      say: (text) => (said += `${text}\n`),
      env: { DATA_DIR: folder, LOG_LEVEL: 'silent' },
      readInput: async () => '',
      ended: Promise.resolve(),
    })
    return { code, out, said, json: () => JSON.parse(out) }
  }
  const { key } = (await leadtrail('site', 'add', '--name', 'A', '--domain', 'a.example', '--json')).json()
  return (verb: string, ...args: readonly string[]) => leadtrail('numbers', verb, '--site', key, ...args)
}
const on = '+45 70 10 10 10'
const published = ['--on', on]
const lent = ['--numbers', '+45 70 20 30 40, +45 70 20 30 41']

it('sets numbers, lists them and takes them away', async () => {
  const numbers = await aSiteOfNumbers()
  const pool = { on, numbers: ['+45 70 20 30 40', '+45 70 20 30 41'], minutes: 60 }
  expect((await numbers('set', ...published, ...lent, '--json')).json()).toEqual({ numberPools: [pool] })
  expect(await numbers('list')).toEqual(
    expect.objectContaining({ code: 0, out: `  ${on}  +45 70 20 30 40, +45 70 20 30 41; for 60 minutes\n` }),
  )
  expect((await numbers('remove', '--on', '0045 70101010', '--json')).json()).toEqual({ numberPools: [] })
  expect(await numbers('list')).toMatchObject({ code: 0, out: '', said: expect.stringContaining('no numbers to lend') })
})

it('sets what stands on a published number anew, however it is written, and leaves the others', async () => {
  const numbers = await aSiteOfNumbers()
  await numbers('set', ...published, ...lent)
  await numbers('set', '--on', '+45 70 10 10 11', '--numbers', '+45 70 20 30 50')
  const anew = ['--on', '+4570101010', '--numbers', '+45 70 20 30 60', '--fallback', on, '--minutes', '30']
  expect((await numbers('set', ...anew, '--json')).json().numberPools).toEqual([
    { on: '+45 70 10 10 11', numbers: ['+45 70 20 30 50'], minutes: 60 },
    { on: '+4570101010', numbers: ['+45 70 20 30 60'], fallback: on, minutes: 30 },
  ])
  expect((await numbers('list')).out).toContain('+45 70 20 30 60; for 30 minutes; else +45 70 10 10 10')
})

it.each([
  [['--numbers', '+45 70 20 30 40'], '--on is missing.'],
  [['--on', 'us', ...lent], '--on us: is not a phone number such as +45 70 20 30 40'],
  [[...published, '--numbers', '+45 70 20 30 40,call us'], '--numbers call us: is not a phone number'],
  [[...published, '--numbers', ','], '--numbers needs at least one number'],
  [[...published, '--numbers', '+4570101010'], '--numbers +4570101010: is published, so it cannot be lent'],
  [[...published, ...lent, '--minutes', 'long'], '--minutes long: '],
])('says what is wrong with %j', async (args, sentence) => {
  const refused = await (await aSiteOfNumbers())('set', ...args)
  expect(refused).toMatchObject({ code: 2, out: '' })
  expect(refused.said).toContain(sentence)
})

it('says that tags which are pasted already need data-numbers, and what the new one is', async () => {
  const { out, said } = await (await aSiteOfNumbers())('set', ...published, ...lent, '--json')
  expect(said).toContain('pasted with data-consent need data-numbers now')
  expect(said).toMatch(
    /<script defer src="http:\/\/localhost:8787\/lt\.js" .* data-consent="cookieless" data-numbers></,
  )
  expect(out).not.toContain('<script')
})

it('takes away nothing that is not there', async () => {
  expect(await (await aSiteOfNumbers())('remove', ...published)).toMatchObject({
    code: 1,
    said: `No numbers are lent in place of ${on}.\n`,
  })
})
