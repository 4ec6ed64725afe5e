import { describe, expect, it } from 'vitest'
import { oneOf, sql, when } from './engine.ts'

describe('sql', () => {
  it('makes a parameter of every value, whatever it holds', () => {
    const { text, values } = sql`select 1 where a = ${"'; drop table events; --"} and b = ${7}`
    expect(text).toBe('select 1 where a = ? and b = ?')
    expect(values).toEqual(["'; drop table events; --", 7])
  })

  it('keeps truth as 0 and 1, and the unknown as null', () => {
    expect(sql`values (${true}, ${false}, ${undefined}, ${null})`.values).toEqual([1, 0, null, null])
  })

  it('splices statements in, their values in place', () => {
    const some = (condition: boolean) =>
      sql`select * from leads where site_id = ${'a'} ${when(condition, () => sql`and stage = ${'mql'}`)} limit ${5}`
    expect(some(true)).toEqual({
      text: 'select * from leads where site_id = ? and stage = ? limit ?',
      values: ['a', 'mql', 5],
    })
    expect(some(false)).toEqual({ text: 'select * from leads where site_id = ?  limit ?', values: ['a', 5] })
    expect(some(true).text).toBe(some(true).text)
  })

  it('compares with one by value and with many as a list, so that a list of any length has one text', () => {
    expect(oneOf(['a'])).toEqual({ text: '= ?', values: ['a'] })
    expect(oneOf(['a', 'b']).text).toBe(oneOf(['a', 'b', 'c']).text)
    expect(oneOf([]).values).toEqual(['[]'])
  })
})
