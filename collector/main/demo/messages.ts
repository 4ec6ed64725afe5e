/** What people write to the demo company: real enquiries, and what else ends in a contact form. */
import type { IrrelevantReason } from '@leadtrail/shared/event'
import { type Random, type Weighted, between, pick } from './random.ts'

const places = [
  'the harbour in Aarhus', 'the yard in Esbjerg', 'a school in Odense', 'the hospital in Køge', 'the terminal in Stavanger',
  'the tunnel in Bergen', 'the depot in Gothenburg', 'the quay in Frederikshavn', 'a bridge near Vejle',
  'the station in Trondheim', 'the port of Malmö', 'the quarry near Rønne', 'a car park in Copenhagen',
] // prettier-ignore
const starts = ['in week 12', 'in early March', 'in mid-April', 'in week 35', 'in September', 'next month', 'on Monday', 'in two weeks'] // prettier-ignore

/** `{mm}`, `{m}`, `{n}`, `{place}` and `{when}` are filled in. */
const enquiries: readonly string[] = [
  'We are to drill {n} holes of {mm} mm through 600 mm reinforced concrete at {place}. Start {when}. Which machine, and what does it cost per week with crowns?',
  'Site investigation with about {m} metres of core in limestone at {place}. We need two NB-300 and a geologist who can start {when}. Please send an offer.',
  'Looking for a geothermal rig to {m} m for {n} wells. We have our own crew, you deliver rods, casing and tank. Start {when}.',
  'Read your case about the harbour tunnel. We have a similar job at {place}: {n} boreholes from a barge, core recovery matters more than speed. Can we talk this week?',
  'We plug old wells and lack a compact rotary rig. Deck space 12 x 10 m, crane 8 tonnes. {n} wells, start {when}. Is the NR-450 free?',
  'Vi skal bruge en kerneboremaskine til {mm} mm i armeret beton ved havnen i Kolding, ca. {n} huller. Hvad koster den pr. uge, og kan I levere inden den første?',
  'What would half a year of rent of one NG-200 with service agreement cost, and how much of it counts if we buy it afterwards?',
  'Tender for a sewer renovation at {place}: {n} shafts, {mm} mm core holes, {m} metres in all. We would like a fixed price for machines, operator and transport.',
  'Our own rig is down. Can you have a replacement for {m} metre holes at {place} {when}? We pay the transport.',
  'Vi vurderer å leie to borerigger til grunnundersøkelser ved Drammen. Omtrent {m} meter boring, oppstart etter påske. Kan dere sende priser og datablad?',
  'We want to compare rent and purchase for three core drills up to {mm} mm. Who can show us the machines in your yard?',
  'Water supply: {n} wells of {m} m in sand and clay. Which mud pump fits, and can it run with a closed circuit? Start {when}.',
  'Do you deliver to {place}? We need MP-30 with tank for four months, to begin {when}, with somebody who instructs our crew.',
  'For a railway bridge we have to anchor {n} rods, {mm} mm, {m} m deep, at night. Noise limit 65 dB. What do you suggest?',
]

const irrelevant: Readonly<Record<IrrelevantReason, readonly string[]>> = {
  support: [
    'The hydraulic power pack we rent from you loses pressure after ten minutes. Machine no. NB-300-{n}. Who do I call?',
    'We have had the NG-200 since May and need a new swivel seal. Can you send one to {place} today?',
    'Invoice {n}{mm} has the wrong purchase order number. Please correct it.',
    'When do you pick up the MP-30 at {place}? It has stood ready since Friday.',
    'Crown number two is worn after {m} metres. Is that normal, and do I pay for it?',
    'Vi mangler manualen til NB-120. Kan I sende den?',
  ],
  'job-seeker': [
    'I am a driller with {n} years of experience and would like to apply for a job with you. My CV is attached.',
    'Hi, do you have an internship for a mechanical engineer this autumn?',
    'Uopfordret ansøgning: jeg er maskinmester og søger nye udfordringer. Mit CV følger.',
    'Is the vacancy in the workshop still open? I can start {when}.',
  ],
  seller: [
    'We help companies like yours to the first page of Google. Do you have 15 minutes this week?',
    'Our factory produces diamond segments at very good prices. Please find our catalogue. MOQ {n}00 pieces.',
    'I noticed that your website has {n} technical errors. We can fix them for a fixed price.',
    'Do you want more customers? Our AI sales agent books meetings while you sleep.',
    'We offer truck leasing at special terms for the rental business. May I call the person responsible?',
  ],
  spam: [
    'Congratulations! Your domain has been selected. Click here to claim your reward within 24 hours.',
    'cheap pills best casino bonus {n} free spins',
    'Dear Sir/Madam, I have a confidential business proposal concerning {m} million USD.',
    'hello hello nice website i love it visit my page',
  ],
  'wrong-number': [
    'Is this the number of the dentist? I want to move my appointment.',
    'I ordered a drill from the DIY store and it has not come. Order {n}{mm}.',
    'Sorry, I was looking for Nordborg Kro. Do you have a table for {n}?',
  ],
  test: ['test', 'Test test, please ignore. /webbureau', 'asdf', 'Testing that the form reaches the new CRM'],
  other: [
    'I need one hole of 52 mm for a cooker hood on Saturday. Do you do private houses?',
    'Can I borrow a small drill for my garden well? It is only {n} metres.',
    'I am a student and write my master thesis about decommissioning of wells. May I ask you {n} questions?',
    'We collect for the local football club. Would Nordbor like to be a sponsor?',
    'What does it cost to have a borehole made for a heat pump at my summer house? I would like somebody to do it for me.',
    'Do you buy used machines? I have an old rig from my father standing in a barn.',
  ],
}

/** Why people who want nothing that is for sale get in touch; in half of all enquiries. */
export const reasons: Weighted<IrrelevantReason> = [
  [27, 'support'], [20, 'seller'], [15, 'job-seeker'], [16, 'other'], [11, 'spam'], [7, 'wrong-number'], [4, 'test'],
] // prettier-ignore

/** Why deals are lost. */
export const losses: Weighted<string> = [
  [30, 'Price'], [24, 'Chose another supplier'], [18, 'Project postponed'], [14, 'No answer any more'],
  [8, 'Bought a used machine instead'], [6, 'We had no machine free'],
] // prettier-ignore

export const topics = [
  'Core drills', 'Geothermal and well rigs', 'Mud pumps and tanks', 'Equipment for a whole project',
] // prettier-ignore

/** A real enquiry, or what somebody with such a reason writes. */
export function messageOf(random: Random, reason: IrrelevantReason | undefined): string {
  const text = pick(random, reason ? irrelevant[reason] : enquiries)
  return text.replace(/\{(\w+)\}/g, (_, slot: string) => filled(random, slot))
}

function filled(random: Random, slot: string): string {
  if (slot === 'mm') return String(pick(random, [52, 76, 101, 112, 125, 162, 200, 250, 300]))
  if (slot === 'm') return String(between(random, 3, 40) * 10)
  if (slot === 'n') return String(between(random, 4, 48))
  return slot === 'place' ? pick(random, places) : pick(random, starts)
}
