/** Facts about the two expressions of the rule table and about the order of its rules. */
import { channels } from '@leadtrail/shared/reports'
import { describe, expect, it } from 'vitest'
import { channelOf, type Facts, isPaid } from './channel.ts'

const nothing: Facts = {
  source: null,
  kind: null,
  by: null,
  host: null,
  medium: null,
  mediumByClick: false,
  campaign: null,
  click: null,
  weak: false,
  tagged: false,
}
const someFacts = (known: Partial<Facts>): Facts => ({
  ...nothing,
  by: known.source ? 'parameter' : null,
  tagged: true,
  ...known,
})

describe('channelOf()', () => {
  it.each(['cpc', 'CPC', 'cpm', 'xcpy', 'ppc', 'retargeting', 'paid', 'paid-social', 'Paidsearch'])(
    'takes medium %s for paid',
    (medium) => {
      expect(isPaid(medium)).toBe(true)
    },
  )

  it.each(['unpaid', 'ppcx', 'xppc', 'retargeting2', 'organic', 'c p', ''])(
    'does not take medium "%s" for paid',
    (medium) => {
      expect(isPaid(medium)).toBe(false)
    },
  )

  it.each(['shop', 'Shop nu', 'e-shop', 'eshop', 'min_shop', '2shop', 'shopping', 'windowshopping', 'SHOPPING'])(
    'takes campaign %s for shopping',
    (campaign) => {
      expect(channelOf(someFacts({ source: 'x', campaign })).channel).toBe('Organic Shopping')
    },
  )

  it.each(['workshop', 'bishop', 'barbershop', 'sho', 'photoshop'])(
    'does not take campaign %s for shopping',
    (campaign) => {
      expect(channelOf(someFacts({ source: 'x', campaign })).channel).toBe('Referral')
    },
  )

  it('tries the rules in their order: of two that fit, the earlier names the channel', () => {
    const fitting: readonly (readonly [Partial<Facts>, earlier: string, later: string])[] = [
      [{ campaign: 'shop cross-network', medium: 'cpc' }, 'Cross-network', 'Paid Shopping'],
      [{ campaign: 'shop', medium: 'cpc', source: 'google', kind: 'search' }, 'Paid Shopping', 'Paid Search'],
      [{ medium: 'cpm', source: 'google', kind: 'search' }, 'Paid Search', 'Display'],
      [{ medium: 'cpm', source: 'facebook', kind: 'social' }, 'Paid Social', 'Display'],
      [{ medium: 'cpm', source: 'youtube', kind: 'video' }, 'Paid Video', 'Display'],
      [{ medium: 'cpm', source: 'x' }, 'Display', 'Paid Other'],
      [{ medium: 'cpc', source: 'chatgpt', kind: 'assistant' }, 'Paid Other', 'AI Assistants'],
      [{ campaign: 'shop', source: 'chatgpt', kind: 'assistant' }, 'AI Assistants', 'Organic Shopping'],
      [{ campaign: 'shop', source: 'facebook', kind: 'social' }, 'Organic Shopping', 'Organic Social'],
      [{ medium: 'video', source: 'facebook', kind: 'social' }, 'Organic Social', 'Organic Video'],
      [{ medium: 'organic', source: 'youtube', kind: 'video' }, 'Organic Video', 'Organic Search'],
      [{ medium: 'email', source: 'google', kind: 'search' }, 'Organic Search', 'Email'],
      [{ medium: 'affiliate', source: 'newsletter' }, 'Email', 'Affiliates'],
      [{ medium: 'audio', source: 'sms' }, 'Audio', 'SMS'],
      [{ medium: 'push', source: 'sms' }, 'SMS', 'Mobile Push'],
      [{ medium: 'push', source: 'x' }, 'Mobile Push', 'Referral'],
    ]
    for (const [known, earlier, later] of fitting) {
      expect(channelOf(someFacts(known)).channel).toBe(earlier)
      expect(channels.findIndex((name) => name === earlier)).toBeLessThan(channels.findIndex((name) => name === later))
    }
    expect(channelOf(nothing).channel).toBe('Direct')
  })

  it('keeps its reason short, whatever the campaign is called', () => {
    expect(channelOf(someFacts({ campaign: `cross-network ${'a'.repeat(500)}` })).rule.length).toBeLessThan(130)
  })
})
