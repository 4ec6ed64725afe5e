/** The pages of the demo company's site as people walk through them. */
import { type Random, type Weighted, weighted } from './random.ts'

export type PageName = 'home' | 'cases' | 'wells' | 'tunnel' | 'guide' | 'pricing' | 'contact' | 'booking' | 'thanks'

export type Page = { readonly path: string; readonly title: string }

export const pages: Readonly<Record<PageName, Page>> = {
  home: { path: '/demo/', title: 'Nordbor: drilling equipment for rent and sale' },
  cases: { path: '/demo/cases', title: 'Cases: Nordbor' },
  wells: { path: '/demo/cases/north-sea-wells', title: 'Six North Sea wells closed before winter: Nordbor' },
  tunnel: { path: '/demo/cases/harbour-tunnel-cores', title: '412 metres of core for a harbour tunnel: Nordbor' },
  guide: { path: '/demo/blog/how-to-choose-a-core-drill', title: 'How to choose a core drill: Nordbor' },
  pricing: { path: '/demo/pricing', title: 'Prices: Nordbor' },
  contact: { path: '/demo/contact', title: 'Contact: Nordbor' },
  booking: { path: '/demo/book-demo', title: 'Book a demo: Nordbor' },
  thanks: { path: '/demo/thanks', title: 'Thank you: Nordbor' },
}

/** Where people go from each page. */
const onward: Readonly<Record<PageName, Weighted<PageName>>> = {
  home: [[30, 'pricing'], [26, 'cases'], [18, 'guide'], [14, 'wells'], [7, 'contact'], [5, 'booking']],
  cases: [[42, 'wells'], [40, 'tunnel'], [12, 'pricing'], [6, 'home']],
  wells: [[34, 'pricing'], [24, 'cases'], [18, 'tunnel'], [14, 'home'], [10, 'contact']],
  tunnel: [[30, 'pricing'], [24, 'cases'], [18, 'wells'], [16, 'booking'], [12, 'home']],
  guide: [[46, 'pricing'], [24, 'home'], [18, 'cases'], [12, 'booking']],
  pricing: [[30, 'home'], [24, 'contact'], [20, 'cases'], [16, 'guide'], [10, 'booking']],
  contact: [[50, 'home'], [30, 'pricing'], [20, 'booking']],
  booking: [[40, 'home'], [34, 'pricing'], [26, 'contact']],
  thanks: [[60, 'cases'], [40, 'guide']],
} // prettier-ignore

/** A walk of so many pages that begins on one of them. */
export function walk(random: Random, landing: PageName, count: number): PageName[] {
  const walked = [landing]
  for (let page = landing; walked.length < count; walked.push(page)) page = weighted(random, onward[page])
  return walked
}
