/** Forms full of what must never leave the page. Each still is a lead, of which only what is sales' business arrives. */
import { type FormPattern, type Step, jane, lead } from './pattern.ts'

const contact =
  '<label>Name <input id="a" name="name"></label><label>E-mail <input id="b" type="email" name="email"></label>'
const filled = [
  ['#a', jane.name],
  ['#b', jane.email],
] as const

/** A contact form with more in it than there should be; the values of what is forbidden must stay. */
function hides(name: string, html: string, secret: readonly Step[], attributes = ''): FormPattern {
  return {
    name,
    html: `<form action="/thanks" method="post" enctype="multipart/form-data" ${attributes}>${contact}${html}<button id="send">Send</button></form>`,
    fill: [...filled, ...secret],
    submit: '#send',
    expected: lead(2, 'name', 'email'),
    canaries: secret.flatMap(([, value]) => (value === true ? [] : [value])),
  }
}

/** One field with a national id or an account in it. */
const field = (label: string, name: string, value: string, more = '') =>
  hides(label, `<label>${label} <input id="s" name="${name}" ${more}></label>`, [['#s', value]])

/** A trap that a program fell into: nobody sees it. */
const trap = (name: string, html: string, value = 'canary-of-a-bot') =>
  hides(`a trap: ${name}`, html, [['.trap', value]])

/** A message in which somebody wrote what he should not have. */
function masked(name: string, message: string, arrives: string, ...canaries: string[]): FormPattern {
  return {
    name: `in a message: ${name}`,
    html: `<form action="/thanks" method="post">${contact}<label>Message <textarea id="c" name="message"></textarea></label><button id="send">Send</button></form>`,
    fill: [...filled, ['#c', message]],
    submit: '#send',
    expected: { ...lead(3, 'name', 'email'), message: arrives },
    canaries,
  }
}

export const forbidden: readonly FormPattern[] = [
  hides(
    'a payment by card',
    `<fieldset><legend>Payment</legend><label>Name on card <input id="cn" name="ccname" autocomplete="cc-name"></label><label>Card number <input id="cc" name="cardnumber" inputmode="numeric" autocomplete="cc-number"></label>
     <label>Expiry <input id="ce" name="exp" autocomplete="cc-exp" placeholder="MM/YY"></label><label>CVC <input id="cv" name="cvc" autocomplete="cc-csc"></label></fieldset>`,
    [
      ['#cn', 'CANARY J CANNING'],
      ['#cc', '4000 0566 5566 5556'],
      ['#ce', '09 / 2031'],
      ['#cv', 'canary-cvc'],
    ],
  ),
  hides(
    'a card with fields that only autocomplete tells apart',
    '<input id="x1" name="f1" autocomplete="billing cc-number"><input id="x2" name="f2" autocomplete="cc-exp-month"><input id="x3" name="f3" autocomplete="cc-exp-year"><input id="x4" name="f4" autocomplete="cc-csc">',
    [
      ['#x1', '5105105105105100'],
      ['#x2', 'canary-month'],
      ['#x3', 'canary-year'],
      ['#x4', 'canary-code'],
    ],
  ),
  hides(
    'a card in Danish',
    '<label>Kortnummer <input id="k1" name="k1"></label><label>Kontrolcifre (CVC) <input id="k3" name="k3"></label>',
    [
      ['#k1', 'canary-kort'],
      ['#k3', 'canary-kontrol'],
    ],
  ),
  hides(
    'a card in German',
    '<label>Kreditkartennummer <input id="k1" name="k1"></label><label>Prüfziffer (CVV) <input id="k3" name="k3"></label>',
    [
      ['#k1', 'canary-karte'],
      ['#k3', 'canary-pruef'],
    ],
  ),
  hides(
    'a code for one time',
    '<label>Code from your SMS <input id="o" name="code" inputmode="numeric" autocomplete="one-time-code"></label>',
    [['#o', 'canary-otp']],
  ),
  hides('a PIN', '<label>PIN-kode <input id="o" name="pinkode"></label>', [['#o', 'canary-pin']]),
  field('CPR-nummer', 'cpr', '010190-1234'),
  field('CPR without its hyphen', 'cprnr', '0101901234'),
  field('Fødselsnummer (11 siffer)', 'fnr', '01019012345'),
  field('Personnummer', 'pnr', '900101-1239'),
  field('Burgerservicenummer (BSN)', 'bsn', '123456782'),
  field('Steuer-ID', 'steuer', '86095742719'),
  field('Steueridentifikationsnummer', 'stid', '86095742719'),
  field('Sozialversicherungsnummer', 'sv', '15070649C103'),
  field('Social security number', 'ssn', '078-05-1120'),
  field('National ID number', 'nid', 'canary-national'),
  field('Passport number', 'passport_no', 'canary-passport'),
  field('IBAN', 'iban', 'DE89 3704 0044 0532 0130 00'),
  field('Reg.- og kontonummer', 'konto', '1234 5678901234'),
  field('Rekeningnummer', 'rek', 'NL91ABNA0417164300'),
  hides('files', '<label>Drawings <input id="f" type="file" name="drawings[]" multiple></label>', [
    ['#f', 'canary-drawing'],
  ]),
  hides(
    'hidden tokens and what is written into them',
    `<input type="hidden" name="_csrf" value="canary-csrf"><input type="hidden" name="g-recaptcha-response" value="canary-recaptcha"><textarea name="h-captcha-response" style="display: none">canary-hcaptcha</textarea><input type="hidden" name="gclid" value="canary-gclid">`,
    [],
  ),
  {
    ...hides(
      'a field that the site marks',
      '<label data-lt-ignore>Salary <input id="m" name="salary"></label><label>Note <input id="n" name="note" data-lt-ignore></label>',
      [
        ['#m', 'canary-salary'],
        ['#n', 'canary-note'],
      ],
    ),
  },
  hides(
    'a fieldset that the site marks',
    '<fieldset data-lt-ignore><legend>Health</legend><label>Illness <input id="m" name="illness"></label><label><input id="n" type="checkbox" name="smoker" value="canary-smoker"> Smoker</label></fieldset>',
    [
      ['#m', 'canary-illness'],
      ['#n', true],
    ],
  ),
  {
    ...hides('a form that the site marks', '', [], 'data-lt-ignore'),
    expected: 'no lead',
    canaries: [jane.name, jane.email],
  },
  {
    ...hides(
      'an account with password and its repetition',
      '<label>Password <input id="p" type="password" name="p1" autocomplete="new-password"></label><label>Repeat <input id="q" type="password" name="p2"></label>',
      [
        ['#p', 'canary-password'],
        ['#q', 'canary-password'],
      ],
    ),
    expected: 'no lead',
  },
  hides(
    'a password shown as text',
    '<label>Choose a password <input id="p" type="text" name="new_password"></label><label>Kodeord igen <input id="q" type="text" name="kodeord"></label><label>Wachtwoord <input id="r" type="text" name="ww"></label><label>Lösenord <input id="t" type="text" name="lo"></label>',
    [
      ['#p', 'canary-shown'],
      ['#q', 'canary-kodeord'],
      ['#r', 'canary-wachtwoord'],
      ['#t', 'canary-losenord'],
    ],
  ),
  trap(
    'Netlify’s bot-field',
    '<p hidden><label>Don’t fill this out: <input class="trap" name="bot-field"></label></p>',
  ),
  trap('Formspree’s _gotcha', '<input class="trap" type="text" name="_gotcha" style="display: none">'),
  trap(
    'Mailchimp’s b_ field',
    '<div aria-hidden="true" style="position: absolute; left: -5000px"><input class="trap" type="text" name="b_aa11_bb22" tabindex="-1"></div>',
  ),
  trap(
    'Gravity Forms’ second e-mail',
    '<div class="gfield gform_validation_container" style="position: absolute; left: -9000px"><label for="i9">Email</label><input class="trap" id="i9" name="input_9" autocomplete="new-password"><div>This field is for validation purposes and should be left unchanged.</div></div>',
    'canary@bot.test',
  ),
  trap(
    'Contact Form 7’s honeypot',
    '<span style="display: none !important; visibility: hidden !important"><label for="h4" class="hp-message">Please leave this field empty.</label><input class="trap" id="h4" name="honeypot-4" tabindex="-1" autocomplete="new-password"></span>',
  ),
  trap(
    'powermail’s, moved out of sight',
    '<div style="margin-left: -99999px; position: absolute"><label for="hp2">Bitte nicht ausfüllen!</label><input class="trap" autocomplete="new-powermail-hp" aria-hidden="true" id="hp2" tabindex="-1" name="field[__hp]"></div>',
  ),
  trap(
    'Drupal’s website',
    '<div class="url-textfield" style="display: none !important"><label for="hu">Leave this field blank</label><input class="trap" autocomplete="off" id="hu" name="url"></div>',
    'https://canary.bot.test/',
  ),
  trap(
    'one of no size',
    '<div style="height: 0; width: 0; overflow: hidden; opacity: 0; position: absolute"><input class="trap" name="company_website" tabindex="-1" autocomplete="off"></div>',
  ),
  masked(
    'a card number',
    'My card is 4000 0566 5566 5556, exp 09/31.',
    'My card is ***, exp 09/31.',
    '4000 0566 5566 5556',
    '4000056655665556',
  ),
  masked('a card number without spaces', 'Charge 5105105105105100 please.', 'Charge *** please.', '5105105105105100'),
  masked(
    'a CPR number and an IBAN',
    'CPR 010190-1234, IBAN DE89 3704 0044 0532 0130 00.',
    '***, IBAN ***.',
    '010190-1234',
    'DE89',
  ),
  {
    name: 'a card number for a name, and one for a telephone',
    html: `<form action="/thanks" method="post">${contact}<label>Phone <input id="t" name="phone"></label><button id="send">Send</button></form>`,
    fill: [
      ['#a', '4000 0566 5566 5556'],
      ['#b', jane.email],
      ['#t', '5105 1051 0510 5100'],
    ],
    submit: '#send',
    expected: { ...lead(3, 'email'), name: '***', phone: '***' },
    canaries: ['4000 0566', '5105 1051'],
  },
]
