/**
 * The words and hosts of the default rules, in the languages of the first users: English, Danish, Norwegian, Swedish,
 * German, Dutch. Written for this project in 2026, taken from no other list.
 */

/** Job titles of people who decide on a purchase. */
export const deciderTitles = [
  'ceo', 'cto', 'coo', 'cfo', 'cmo', 'cio', 'cpo', 'chief', 'director', 'managing director', 'founder', 'co-founder',
  'owner', 'partner', 'president', 'vp', 'svp', 'head of', 'general manager',
  'direktør', 'adm. direktør', 'administrerende direktør', 'indehaver', 'ejer', 'stifter', 'medstifter',
  'daglig leder', 'eier', 'innehaver', 'gründer', 'grunnlegger',
  'vd', 'direktör', 'verkställande direktör', 'ägare', 'grundare', 'delägare',
  'geschäftsführer', 'geschäftsführerin', 'geschäftsführung', 'inhaber', 'inhaberin', 'direktor', 'direktorin',
  'vorstand', 'prokurist', 'gründerin',
  'directeur', 'algemeen directeur', 'eigenaar', 'bestuurder', 'oprichter', 'zaakvoerder',
] // prettier-ignore

/** Job titles of people who buy, or lead those who will use it. */
export const buyerTitles = [
  'manager', 'buyer', 'purchaser', 'purchasing', 'procurement', 'project lead', 'team lead', 'lead engineer',
  'superintendent', 'supervisor',
  'chef', 'leder', 'indkøber', 'indkøbschef', 'indkøb', 'driftschef', 'driftsleder', 'projektleder', 'projektchef',
  'afdelingsleder', 'afdelingschef', 'salgschef', 'marketingchef', 'marketingansvarlig', 'it-chef', 'teknisk chef',
  'innkjøper', 'innkjøpssjef', 'innkjøp', 'driftssjef', 'prosjektleder', 'avdelingsleder', 'salgssjef',
  'markedssjef', 'markedsansvarlig', 'it-sjef', 'sjef',
  'inköpare', 'inköpschef', 'inköp', 'projektledare', 'avdelningschef', 'försäljningschef', 'marknadschef',
  'leiter', 'leiterin', 'abteilungsleiter', 'abteilungsleiterin', 'projektleiter', 'projektleiterin',
  'betriebsleiter', 'betriebsleiterin', 'einkäufer', 'einkäuferin', 'einkauf', 'einkaufsleiter', 'einkaufsleiterin',
  'vertriebsleiter', 'vertriebsleiterin',
  'inkoper', 'inkoop', 'projectleider', 'projectmanager', 'bedrijfsleider', 'afdelingshoofd', 'hoofd',
] // prettier-ignore

/** Job titles of people who learn. */
export const learnerTitles = [
  'student', 'trainee', 'intern', 'apprentice', 'studerende', 'studentermedhjælper', 'praktikant', 'praktikantin',
  'elev', 'lærling', 'lärling', 'studentin', 'werkstudent', 'werkstudentin', 'auszubildender', 'auszubildende', 'azubi',
  'stagiair', 'stagiaire',
] // prettier-ignore

/** Words by which people tell that they do not want to buy. Each would be odd in the message of a buyer. */
export const answersAgainst = {
  seeker: [
    'job application', 'apply for a job', 'apply for the job', 'apply for the position', 'my cv', 'my resume', 'vacancy',
    'internship', 'jobansøgning', 'uopfordret ansøgning', 'ledig stilling', 'ledige stillinger', 'mit cv',
    'praktikplads', 'jobbsøknad', 'åpen søknad', 'min cv', 'jobbansökan', 'spontanansökan', 'lediga jobb',
    'praktikplats', 'bewerbung', 'bewerbe', 'lebenslauf', 'praktikum', 'praktikumsplatz', 'stellenangebot',
    'sollicitatie', 'solliciteren', 'vacature', 'stageplaats', 'stageplek',
  ],
  learner: [
    'i am a student', "i'm a student", 'as a student', 'phd student', 'bachelor thesis', "bachelor's thesis",
    'master thesis', "master's thesis", 'jeg er studerende', 'som studerende', 'studerende på', 'bachelorprojekt',
    'bacheloropgave', 'specialeopgave', 'jeg er student', 'som student', 'masteroppgave', 'bacheloroppgave',
    'jag är student', 'examensarbete', 'kandidatuppsats', 'ich bin student', 'ich bin studentin', 'als student',
    'als studentin', 'bachelorarbeit', 'masterarbeit', 'ik ben student', 'scriptie',
  ],
} // prettier-ignore

/** Payment and sign-in providers: people come back from them, they do not come from them. A host covers its subdomains. */
export const ownReferrers = [
  // payment
  'paypal.com', 'checkout.stripe.com', 'buy.stripe.com', 'hooks.stripe.com', 'klarna.com', 'klarnapayments.com',
  'nets.eu', 'dibspayment.eu', 'dibspayment.com', 'quickpay.net', 'mobilepay.dk', 'vipps.no', 'vippsmobilepay.com',
  'getswish.net', 'epay.dk', 'epay.eu', 'onpay.io', 'bambora.com', 'worldline-solutions.com', 'adyen.com',
  'mollie.com', 'pay.nl', 'multisafepay.com', 'trustly.com', 'sofort.com', 'giropay.de', 'viabill.com', 'anyday.io',
  'svea.com', 'walleypay.com', 'payex.com', 'swedbankpay.com', 'squareup.com', 'pay.google.com', 'pay.amazon.com',
  // bank identity and sign-in
  'bankid.com', 'bankid.no', 'mitid.dk', 'nemlog-in.dk', 'nemid.nu', 'idporten.no', 'criipto.com', 'idura.app',
  'signicat.com', 'freja.com', 'itsme.be', 'digid.nl', 'accounts.google.com', 'login.microsoftonline.com',
  'login.live.com', 'login.windows.net', 'appleid.apple.com', 'okta.com', 'auth0.com', 'onelogin.com',
] // prettier-ignore
