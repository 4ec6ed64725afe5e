/** The ways in which markup says what a field is for. */
import { type FormPattern, jane, lead } from './pattern.ts'

const form = (inside: string, attributes = '') =>
  `<form action="/thanks" method="post" ${attributes}>${inside}<button id="send">Send</button></form>`
const submit = '#send'
const filled = [
  ['#a', jane.name],
  ['#b', jane.email],
  ['#c', jane.message],
] as const
const expected = lead(3, 'name', 'email', 'message')

export const labels: readonly FormPattern[] = [
  {
    name: 'labels by for, names that tell nothing',
    html: form(`
      <label for="a">Full name</label><input id="a" name="f_1">
      <label for="b">Work e-mail</label><input id="b" name="f_2">
      <label for="c">How can we help?</label><textarea id="c" name="f_3"></textarea>`),
    fill: filled,
    submit,
    expected,
  },
  {
    name: 'labels around the fields',
    html: form(`
      <label>Name <em>*</em><input id="a" name="f_1"></label><label>E-mail<br><input id="b" name="f_2"></label>
      <label><span>Message</span><textarea id="c" name="f_3">
      </textarea></label>`),
    fill: filled,
    submit,
    expected,
  },
  {
    name: 'aria-label',
    html: form(`
      <input id="a" name="q1x" aria-label="Your name"><input id="b" name="q2x" aria-label="E-mail address"><textarea id="c" name="q3x" aria-label="Message"></textarea>`),
    fill: filled,
    submit,
    expected,
  },
  {
    name: 'aria-labelledby',
    html: form(`
      <span id="la">Name</span><input id="a" name="q1x" aria-labelledby="la">
      <span id="lb">Phone</span> <small id="lb2">(we call you back)</small><input id="b" name="q2x" aria-labelledby="lb lb2">
      <span id="lc">Company</span><input id="c" name="q3x" aria-labelledby="lc">`),
    fill: [
      ['#a', jane.name],
      ['#b', jane.phone],
      ['#c', jane.company],
    ],
    submit,
    expected: lead(3, 'name', 'phone', 'company'),
  },
  {
    name: 'placeholders only',
    html: form(`
      <input id="a" name="input_3" placeholder="Name*"><input id="b" name="input_4" placeholder="E-mail*"><textarea id="c" name="input_5" placeholder="What is it about?"></textarea>`),
    fill: filled,
    submit,
    expected,
  },
  {
    name: 'ids only',
    html: form(
      '<input id="fullName"><input id="emailAddress"><input id="phoneNumber"><textarea id="comments"></textarea>',
    ),
    fill: [
      ['#fullName', jane.name],
      ['#emailAddress', jane.email],
      ['#phoneNumber', jane.phone],
      ['#comments', jane.message],
    ],
    submit,
    expected: lead(4, 'name', 'email', 'phone', 'message'),
  },
  {
    name: 'autocomplete only',
    html: form(`
      <p>Who are you?</p><input id="a" name="x1" autocomplete="section-contact given-name"><input id="a2" name="x2" autocomplete="family-name">
      <p>Where are you reached?</p><input id="b" name="x3" autocomplete="work email"><input id="d" name="x4" autocomplete="tel-national"><input id="e" name="x5" autocomplete="organization">`),
    fill: [
      ['#a', jane.first],
      ['#a2', jane.last],
      ['#b', jane.email],
      ['#d', jane.phone],
      ['#e', jane.company],
    ],
    submit,
    expected: lead(5, 'name', 'email', 'phone', 'company'),
  },
  {
    name: 'questions as text before the fields, in a table',
    html: `<table><form action="/thanks" method="post"></form></table>
      <form action="/thanks" method="post"><table><tbody>
      <tr><td>Name:</td><td><input id="a" name="realname" size="30"></td></tr><tr><td>Email:</td><td><input id="b" name="email" size="30"></td></tr>
      <tr><td valign="top">Comments:</td><td><textarea id="c" name="comments" rows="6"></textarea></td></tr><tr><td></td><td><input id="send" type="submit" value="Send"></td></tr></tbody></table></form>`,
    fill: filled,
    submit,
    expected,
  },
  {
    name: 'fieldset and legend with radios, boxes and a list of several',
    html: form(`
      <label>E-mail <input id="b" type="email" name="email"></label>
      <fieldset><legend>How did you hear of us?</legend><label><input type="radio" name="heard" value="1"> A colleague</label><label><input type="radio" name="heard" value="2" id="fair"> A fair</label></fieldset>
      <fieldset><legend>What do you need?</legend><label><input type="checkbox" name="need[]" value="p" id="pumps"> Pumps</label><label><input type="checkbox" name="need[]" value="d" id="drills"> Drills</label><label><input type="checkbox" name="need[]" value="s"> Service</label></fieldset>
      <label>Regions <select name="regions" multiple id="regions"><option value="n">North</option><option value="s">South</option></select></label>
      <label>Budget <input type="range" name="budget" min="0" max="100" value="40"></label><label>Wanted by <input type="date" name="by" id="by"></label>`),
    fill: [
      ['#b', jane.email],
      ['#fair', true],
      ['#pumps', true],
      ['#drills', true],
      ['#regions', 'South'],
      ['#by', '2027-05-31'],
    ],
    submit,
    expected: lead(6, 'email'),
  },
  {
    name: 'the e-mail asked for twice',
    html: form(`
      <label>Name <input id="a" name="name"></label><label>E-mail <input id="b" type="email" name="email"></label><label>Repeat e-mail <input id="b2" type="email" name="email_confirm"></label><label>Message <textarea id="c" name="message"></textarea></label>`),
    fill: [...filled, ['#b2', jane.email]],
    submit,
    expected: lead(4, 'name', 'email', 'message'),
  },
  {
    name: 'the e-mail in a field that tells nothing',
    html: form(
      '<label>How do we reach you? <input id="b" name="reach"></label><label>What do you need? <textarea id="c" name="need"></textarea></label>',
    ),
    fill: [
      ['#b', jane.email],
      ['#c', jane.message],
    ],
    submit,
    expected: lead(2, 'email', 'message'),
  },
  {
    name: 'the number with its country in a list beside it',
    html: form(`
      <label>Name <input id="a" name="name"></label>
      <div class="iti"><select name="country_code" aria-label="Country code" id="cc"><option value="45">Denmark (+45)</option><option value="47">Norway (+47)</option></select><input id="tel" type="tel" name="phone" autocomplete="tel" data-intl-tel-input-id="0"></div>`),
    fill: [
      ['#a', jane.name],
      ['#tel', jane.phone],
    ],
    submit,
    expected: lead(3, 'name', 'phone'),
  },
  {
    name: 'words that look like a name, a company or a number and are none',
    html: form(`
      <label>E-mail <input id="b" type="email" name="email"></label><label>Product name <input id="p" name="product_name"></label><label>File name <input id="f" name="filename"></label>
      <label>Company size <select id="s" name="company_size"><option value="">Choose</option><option>11-50</option></select></label><label>Number of employees <input id="n" type="number" name="employees"></label>
      <label>Domain name <input id="d" name="domainname"></label><label>Job title <input id="t" name="jobtitle" autocomplete="organization-title"></label>`),
    fill: [
      ['#b', jane.email],
      ['#p', 'Dredger 400'],
      ['#f', 'drawing.dwg'],
      ['#s', '11-50'],
      ['#n', '42'],
      ['#d', 'nordhavn.test'],
      ['#t', 'Head of Dredging'],
    ],
    submit,
    expected: lead(7, 'email'),
  },
  {
    name: 'floating labels, marks for required fields and help inside the label',
    html: form(`
      <div class="form-floating"><input id="a" class="form-control" name="c1" placeholder=" "><label for="a">Name<span aria-hidden="true"> *</span><span class="visually-hidden"> required</span></label></div>
      <div class="form-floating"><input id="b" class="form-control" name="c2" placeholder=" " aria-describedby="help"><label for="b">Email</label><small id="help">We never share your phone or company.</small></div>
      <div class="form-floating"><textarea id="c" class="form-control" name="c3" placeholder=" "></textarea><label for="c">Message</label></div>`),
    fill: filled,
    submit,
    expected,
  },
]
