/** Invented people and companies. Addresses end in `.example`; numbers are of ranges that no telephone has. */
import { type Random, type Weighted, between, chance, pick, weighted } from './random.ts'

export type Person = {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly title: string
  readonly company: Company | undefined
}
export type Company = {
  readonly name: string
  readonly domain: string
  readonly country: Country
  readonly industry: string
  readonly employees: number
}
type Country = 'DK' | 'NO' | 'SE' | 'DE' | 'GB'

const firstNames: Readonly<Record<Country, readonly string[]>> = {
  DK: ['Mette', 'Søren', 'Anne', 'Lars', 'Kirsten', 'Jens', 'Camilla', 'Henrik', 'Louise', 'Rasmus', 'Maria', 'Thomas', 'Pia', 'Mads', 'Signe', 'Kasper', 'Trine', 'Bjarke'],
  NO: ['Ingrid', 'Ola', 'Silje', 'Kjetil', 'Marit', 'Eirik', 'Hanne', 'Sindre', 'Tone', 'Vegard'],
  SE: ['Emma', 'Johan', 'Karin', 'Anders', 'Sara', 'Mikael', 'Elin', 'Oskar', 'Lena', 'Fredrik'],
  DE: ['Anja', 'Stefan', 'Katrin', 'Jürgen', 'Sabine', 'Tobias', 'Ulrike', 'Matthias'],
  GB: ['Fiona', 'Graham', 'Claire', 'Duncan', 'Helen', 'Stuart', 'Alison', 'Neil'],
} // prettier-ignore

const lastNames: Readonly<Record<Country, readonly string[]>> = {
  DK: ['Holm', 'Kjær', 'Lindgaard', 'Brandt', 'Toft', 'Vestergaard', 'Damgaard', 'Bech', 'Krogh', 'Ravn', 'Skov', 'Overgaard', 'Storm', 'Juhl'],
  NO: ['Haugen', 'Bakken', 'Solberg', 'Lie', 'Strand', 'Moen', 'Dahl', 'Nygård'],
  SE: ['Lindqvist', 'Berglund', 'Sjöberg', 'Nyström', 'Åkesson', 'Forsberg', 'Hallberg'],
  DE: ['Brandt', 'Köhler', 'Vogt', 'Seidel', 'Lorenz', 'Hartmann', 'Pohl'],
  GB: ['Fraser', 'Ashworth', 'Pritchard', 'Sinclair', 'Hargreaves', 'Mercer', 'Lockwood'],
} // prettier-ignore

const company = (name: string, domain: string, country: Country, industry: string, employees: number): Company => ({
  name, domain: `${domain}.example`, country, industry, employees,
}) // prettier-ignore

const companies: readonly Company[] = [
  company('Fjordtunnel Entreprise A/S', 'fjordtunnel', 'DK', 'Tunnelling', 640),
  company('Havnebyg A/S', 'havnebyg', 'DK', 'Civil engineering', 280),
  company('Kystværn Anlæg ApS', 'kystvaern', 'DK', 'Civil engineering', 95),
  company('Sundby Geoteknik A/S', 'sundby-geo', 'DK', 'Geotechnics', 120),
  company('Jordvarme Vest ApS', 'jordvarmevest', 'DK', 'Geothermal energy', 34),
  company('Limfjord Brøndboring', 'limfjordbrond', 'DK', 'Well drilling', 18),
  company('Betonskær Nord A/S', 'betonskaer', 'DK', 'Concrete cutting', 52),
  company('Østbro Kerneboring ApS', 'ostbro-kerne', 'DK', 'Concrete cutting', 14),
  company('Grundvand & Miljø A/S', 'grundvandmiljo', 'DK', 'Environmental consulting', 160),
  company('Nordhavn Energi A/S', 'nordhavnenergi', 'DK', 'Energy', 410),
  company('Brovej Rådgivning', 'brovej', 'DK', 'Consulting engineers', 230),
  company('Midtjysk Fundering A/S', 'midtjyskfundering', 'DK', 'Foundations', 75),
  company('Vestkyst Offshore A/S', 'vestkystoffshore', 'DK', 'Offshore', 520),
  company('Banekonsortiet I/S', 'banekonsortiet', 'DK', 'Railways', 900),
  company('Odense Kloak & Anlæg', 'odensekloak', 'DK', 'Sewers', 66),
  company('Skagerrak Maskinudlejning', 'skagerrakudlej', 'DK', 'Rental', 41),
  company('Bornholms Granitværk A/S', 'granitvaerk', 'DK', 'Quarrying', 88),
  company('Fjernvarme Syd a.m.b.a.', 'fjernvarmesyd', 'DK', 'District heating', 58),
  company('Fjellboring AS', 'fjellboring', 'NO', 'Tunnelling', 190),
  company('Nordsjø Brønn AS', 'nordsjobronn', 'NO', 'Offshore', 340),
  company('Vestland Anlegg AS', 'vestlandanlegg', 'NO', 'Civil engineering', 450),
  company('Bergvarme Øst AS', 'bergvarmeost', 'NO', 'Geothermal energy', 26),
  company('Oslofjord Grunnundersøkelser', 'oslofjordgrunn', 'NO', 'Geotechnics', 70),
  company('Trondheim Betongsaging AS', 'betongsaging', 'NO', 'Concrete cutting', 22),
  company('Bergslagen Borrteknik AB', 'borrteknik', 'SE', 'Mining', 310),
  company('Västkust Geo AB', 'vastkustgeo', 'SE', 'Geotechnics', 64),
  company('Öresund Entreprenad AB', 'oresundent', 'SE', 'Civil engineering', 560),
  company('Norrborr AB', 'norrborr', 'SE', 'Well drilling', 29),
  company('Elbtal Spezialtiefbau GmbH', 'elbtal-tiefbau', 'DE', 'Foundations', 380),
  company('Nordlicht Geothermie GmbH', 'nordlicht-geo', 'DE', 'Geothermal energy', 85),
  company('Holstein Wasserbau GmbH', 'holstein-wasserbau', 'DE', 'Civil engineering', 140),
  company('Caledonian Decommissioning Ltd', 'caledonian-decom', 'GB', 'Offshore', 270),
  company('Tyneside Ground Investigation Ltd', 'tyneside-gi', 'GB', 'Geotechnics', 90),
  company('Fenland Boreholes Ltd', 'fenlandboreholes', 'GB', 'Well drilling', 16),
]
const byCountry = (country: Country) => companies.filter((each) => each.country === country)
const countries: Weighted<Country> = [[60, 'DK'], [17, 'NO'], [11, 'SE'], [7, 'DE'], [5, 'GB']] // prettier-ignore

const titles: Weighted<string> = [
  [20, 'Project manager'], [11, 'Site supervisor'], [10, 'Purchasing manager'], [9, 'Head of drilling'],
  [8, 'Managing director'], [8, 'Geotechnical engineer'], [7, 'Indkøbschef'], [7, 'Projektleder'], [6, 'Owner'],
  [5, 'Driftschef'], [4, 'CTO'], [3, 'Foreman'], [2, 'Trainee'],
] // prettier-ignore

/** Somebody with a company, or of one. */
export function colleagueOf(random: Random, company: Company): Person {
  return personIn(random, company.country, company)
}

export function somebodyAtWork(random: Random): Person {
  return colleagueOf(random, pick(random, byCountry(weighted(random, countries))))
}

export function somebodyPrivate(random: Random): Person {
  return personIn(random, weighted(random, countries), undefined)
}

function personIn(random: Random, country: Country, company: Company | undefined): Person {
  const [first, last] = [pick(random, firstNames[country]), pick(random, lastNames[country])]
  const written = company && chance(random, 0.2) ? plain(first).slice(0, 1) : plain(first)
  const domain = company?.domain ?? pick(random, ['postkasse.example', 'mitmail.example', 'epost.example'])
  const number = company ? '' : String(between(random, 10, 99))
  return {
    name: `${first} ${last}`,
    email: `${written}.${plain(last)}${number}@${domain}`,
    phone: phoneIn(random, country),
    title: weighted(random, titles),
    company,
  }
}

const plain = (name: string): string =>
  name.toLowerCase().replace(/æ|ä/g, 'ae').replace(/ø|ö/g, 'oe').replace(/å/g, 'aa').replace(/ü/g, 'ue')

/** Danish and Norwegian numbers never begin with 0; the others are of ranges that are kept free for fiction. */
function phoneIn(random: Random, country: Country): string {
  const two = () => String(between(random, 10, 99))
  if (country === 'DK' || country === 'NO') return `+${country === 'DK' ? 45 : 47} 00 ${two()} ${two()} ${two()}`
  if (country === 'SE') return `+46 70 174 06 ${String(between(random, 5, 99)).padStart(2, '0')}`
  if (country === 'DE') return `+49 30 23125 ${between(random, 100, 999)}`
  return `+44 7700 900${between(random, 100, 999)}`
}
