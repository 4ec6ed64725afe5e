/** Browsers that people, and programs, use, by what their user agents say. */
import type { Agent } from '../../ports/world.ts'
import { agentReader } from '../../system/agent.ts'
import { type Random, type Weighted, weighted } from './random.ts'

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'
const apple = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6'

const desks: Weighted<string> = [
  [40, `${windows} Chrome/142.0.0.0 Safari/537.36`],
  [34, `${windows} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`],
  [6, 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0'],
  [9, `${mac} ${apple} Safari/605.1.15`],
  [8, `${mac} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36`],
  [3, 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'],
]
const hands: Weighted<string> = [
  [48, `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${apple} Mobile/15E148 Safari/604.1`],
  [31, 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36'],
  [13, 'Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36'],
  [8, `Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) ${apple} Mobile/15E148 Safari/604.1`],
] // prettier-ignore
const crawlers: Weighted<string> = [
  [34, 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
  [20, 'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/116.0.1938.76 Safari/537.36'],
  [16, 'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)'],
  [16, 'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)'],
  [14, 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36'],
] // prettier-ignore

const read = agentReader()

export const deskAgent = (random: Random): Agent => read(weighted(random, desks))
export const handAgent = (random: Random): Agent => read(weighted(random, hands))
export const crawlerAgent = (random: Random): Agent => read(weighted(random, crawlers))
