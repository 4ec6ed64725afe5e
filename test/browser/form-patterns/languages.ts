/**
 * What forms ask for in the languages of the first users. The names of the fields tell nothing, the words on them all; each
 * list is field by field: what is asked, how, and what somebody answers.
 */
import { type FormPattern, type Lead, jane, lead } from './pattern.ts'

type Field = readonly [label: string, kind: string, value: string | true]

/** `text`, `textarea`, `checkbox`, any other type of input, or options with commas between them. */
function control([label, kind]: Field, at: number): string {
  const called = `id="f${at}" name="field-${at}"`
  if (kind === 'checkbox') return `<label><input type="checkbox" ${called} value="1"> ${label}</label>`
  const input = kind.includes(',')
    ? `<select ${called}><option value=""></option>${kind.replaceAll(/[^,]+,?/g, (option) => `<option>${option.replace(',', '')}</option>`)}</select>`
    : kind === 'textarea'
      ? `<textarea ${called}></textarea>`
      : `<input type="${kind}" ${called}>`
  return `<p><label for="f${at}">${label}</label> ${input}</p>`
}

function asks(name: string, lang: string, button: string, fields: readonly Field[], expected: Lead): FormPattern {
  return {
    name: `${lang}: ${name}`,
    html: `<main lang="${lang}"><form action="/thanks" method="post" enctype="multipart/form-data">${fields.map(control).join('')}<button id="send">${button}</button></form></main>`,
    fill: fields.map(([, , value], at) => [`#f${at}`, value] as const),
    submit: '#send',
    expected,
    canaries: fields.filter(([, kind]) => kind === 'file').map(([, , value]) => String(value)),
  }
}

const { name, first, last, email, phone, company, message } = jane
const all = (answers: number) => lead(answers, 'name', 'email', 'phone', 'company', 'message')
const cv = 'canary-cv-of-jane'

export const languages: readonly FormPattern[] = [
  asks('contact', 'en', 'Send message', [['Your name *', 'text', name], ['Business email', 'text', email], ['Telephone', 'text', phone], ['Organization', 'text', company], ['How can we help you?', 'textarea', message], ['I have read the privacy notice', 'checkbox', true]], all(6)),
  asks('contact', 'da', 'Send besked', [['Dit navn *', 'text', name], ['E-mailadresse', 'text', email], ['Telefonnummer', 'text', phone], ['Virksomhed', 'text', company], ['Hvad kan vi hjælpe med?', 'textarea', message], ['Jeg accepterer privatlivspolitikken', 'checkbox', true]], all(6)),
  asks('contact', 'nb', 'Send inn', [['Fullt navn', 'text', name], ['E-postadresse', 'text', email], ['Mobilnummer', 'text', phone], ['Bedrift', 'text', company], ['Melding', 'text', message]], all(5)),
  asks('contact', 'sv', 'Skicka', [['Förnamn', 'text', first], ['Efternamn', 'text', last], ['E-post', 'text', email], ['Telefonnummer', 'text', phone], ['Företag', 'text', company], ['Meddelande', 'text', message]], all(6)),
  asks('contact', 'nl', 'Versturen', [['Voornaam', 'text', first], ['Achternaam', 'text', last], ['E-mailadres', 'text', email], ['Telefoonnummer', 'text', phone], ['Bedrijfsnaam', 'text', company], ['Uw bericht', 'text', message]], all(6)),
  asks('contact', 'de', 'Absenden', [['Anrede', 'Frau,Herr', 'Frau'], ['Vorname', 'text', first], ['Nachname', 'text', last], ['E-Mail-Adresse', 'text', email], ['Telefon (optional)', 'text', phone], ['Unternehmen', 'text', company], ['Ihre Nachricht an uns', 'text', message]], all(7)),

  asks('a quote', 'en', 'Get a quote', [['Contact person', 'text', name], ['Company name', 'text', company], ['Contact e-mail', 'text', email], ['Daytime phone', 'text', phone], ['Quantity', 'number', '12'], ['Project details', 'textarea', message]], all(6)),
  asks('a quote', 'da', 'Få et tilbud', [['Kontaktperson', 'text', name], ['Firmanavn', 'text', company], ['Mailadresse', 'text', email], ['Tlf.', 'text', phone], ['Postnr.', 'text', '2150'], ['By', 'text', 'Nordhavn'], ['Beskriv opgaven', 'textarea', message]], all(7)),
  asks('a quote', 'nb', 'Få tilbud', [['Kontaktperson', 'text', name], ['Firmanavn', 'text', company], ['Din e-post', 'text', email], ['Tlf', 'text', phone], ['Poststed', 'text', 'Bergen'], ['Beskrivelse av oppdraget', 'textarea', message]], all(6)),
  asks('a quote', 'sv', 'Begär offert', [['Kontaktperson', 'text', name], ['Företagsnamn', 'text', company], ['Din e-postadress', 'text', email], ['Mobil', 'text', phone], ['Beskriv ditt projekt', 'textarea', message]], all(5)),
  asks('a quote', 'nl', 'Offerte aanvragen', [['Contactpersoon', 'text', name], ['Bedrijf', 'text', company], ['Uw e-mail', 'text', email], ['Telefoon', 'text', phone], ['Omschrijving van het project', 'textarea', message]], all(5)),
  asks('a quote', 'de', 'Angebot anfordern', [['Ansprechpartner', 'text', name], ['Firma', 'text', company], ['Ihre E-Mail', 'text', email], ['Rufnummer', 'text', phone], ['PLZ / Ort', 'text', '24103 Kiel'], ['Beschreibung der Anfrage', 'textarea', message]], all(6)),

  asks('a call back', 'en', 'Call me back', [['First name', 'text', first], ['Your number', 'text', phone], ['Best time to call', 'Morning,Afternoon', 'Morning']], { ...lead(3, 'phone'), name: first }),
  asks('a call back', 'da', 'Ring mig op', [['Navn', 'text', name], ['Dit nummer', 'text', phone], ['Hvornår må vi ringe?', 'Formiddag,Eftermiddag', 'Formiddag']], lead(3, 'name', 'phone')),
  asks('a call back', 'nb', 'Ring meg', [['Navn', 'text', name], ['Telefon/mobil', 'text', phone]], lead(2, 'name', 'phone')),
  asks('a call back', 'sv', 'Ring mig', [['Namn', 'text', name], ['Ditt telefonnummer', 'text', phone]], lead(2, 'name', 'phone')),
  asks('a call back', 'nl', 'Bel mij terug', [['Naam', 'text', name], ['06-nummer of vast nummer', 'tel', phone]], lead(2, 'name', 'phone')),
  asks('a call back', 'de', 'Rückruf anfordern', [['Name', 'text', name], ['Ihre Rückrufnummer', 'text', phone], ['Wann dürfen wir anrufen?', 'Vormittags,Nachmittags', 'Vormittags']], lead(3, 'name', 'phone')),

  asks('a demo', 'en', 'Book a demo', [['First name', 'text', first], ['Surname', 'text', last], ['Work email', 'email', email], ['Company', 'text', company], ['Job title', 'text', 'Head of Dredging'], ['Company size', '1-10,11-50,51-200', '11-50'], ['Country', 'Denmark,Norway', 'Denmark']], lead(7, 'name', 'email', 'company')),
  asks('a demo', 'da', 'Book en demo', [['Fulde navn', 'text', name], ['Arbejdsmail', 'text', email], ['Virksomhedens navn', 'text', company], ['Stilling', 'text', 'Driftschef'], ['Antal medarbejdere', '1-10,11-50', '11-50']], lead(5, 'name', 'email', 'company')),
  asks('a demo', 'sv', 'Boka demo', [['För- och efternamn', 'text', name], ['Jobbmejl', 'text', email], ['Organisation', 'text', company], ['Roll', 'text', 'Driftchef']], lead(4, 'name', 'email', 'company')),
  asks('a demo', 'de', 'Demo buchen', [['Vor- und Nachname', 'text', name], ['Geschäftliche E-Mail', 'text', email], ['Firmenname', 'text', company], ['Position', 'text', 'Betriebsleiterin']], lead(4, 'name', 'email', 'company')),

  asks('a job application with a CV', 'da', 'Send ansøgning', [['Navn', 'text', name], ['E-mail', 'email', email], ['Telefon', 'tel', phone], ['Upload dit CV', 'file', cv], ['Motiveret ansøgning', 'textarea', message]], lead(4, 'name', 'email', 'phone', 'message')),
  asks('a job application with a CV', 'nb', 'Send søknad', [['Fornavn', 'text', first], ['Etternavn', 'text', last], ['E-post', 'text', email], ['CV', 'file', cv], ['Søknad', 'textarea', message]], lead(4, 'name', 'email', 'message')),
  asks('a job application with a CV', 'nl', 'Solliciteren', [['Volledige naam', 'text', name], ['E-mailadres', 'text', email], ['Je CV', 'file', cv], ['Motivatie', 'textarea', message]], lead(3, 'name', 'email', 'message')),
  asks('a job application with a CV', 'en', 'Apply', [['Legal name', 'text', name], ['Email address', 'text', email], ['Résumé', 'file', cv], ['Cover letter', 'textarea', message]], lead(3, 'name', 'email', 'message')),

  asks('signing up for an event', 'nb', 'Meld deg på', [['Deltakers navn', 'text', name], ['Epost', 'text', email], ['Firma', 'text', company], ['Allergier', 'text', 'Nuts']], lead(4, 'name', 'email', 'company')),
  asks('signing up for an event', 'sv', 'Anmäl dig', [['Namn', 'text', name], ['Mejladress', 'text', email], ['Arbetsgivare', 'text', company], ['Kost', 'Vegetarisk,Vegansk', 'Vegansk']], lead(4, 'name', 'email', 'company')),
  asks('signing up for an event', 'de', 'Anmelden', [['Teilnehmer (Name)', 'text', name], ['Mailadresse', 'text', email], ['Firma/Institution', 'text', company], ['Anzahl Personen', 'number', '2']], lead(4, 'name', 'email', 'company')),
  asks('signing up for an event', 'nl', 'Aanmelden', [['Voor- en achternaam', 'text', name], ['Mailadres', 'text', email], ['Organisatie', 'text', company], ['Dieetwensen', 'text', 'Geen']], lead(4, 'name', 'email', 'company')),
  asks('signing up for an event', 'da', 'Tilmeld', [['Deltagers navn', 'text', name], ['Mail', 'text', email], ['Arbejdsplads', 'text', company], ['Bemærkninger', 'textarea', message]], lead(4, 'name', 'email', 'company', 'message')),
] // prettier-ignore
