import type { Answer } from './exchange.ts';

/** A piece of HTML that is safe to put into a page as it is. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Piece = string | number | Html | readonly Html[];

/** HTML from a template: every value is escaped unless it is HTML already. */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Html {
  const pieces = strings.map((text, index) => text + written(values[index] ?? ''));
  return new Html(pieces.join(''));
}

function written(value: Piece): string {
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map((piece) => piece.text).join('');
  return String(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const style = `
:root { color-scheme: light dark; --page: #f6f5f2; --card: #fff; --ink: #1c1d20; --quiet: #5b5e66; --line: #dcdad4; --accent: #2456c8; --band: #ffe7a8; --band-ink: #4a3500 }
@media (prefers-color-scheme: dark) { :root { --page: #16171a; --card: #1f2125; --ink: #ececee; --quiet: #a6a9b2; --line: #363941; --accent: #8fb2ff; --band: #4a3b12; --band-ink: #ffe7a8 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.6 system-ui, sans-serif }
.band { background: var(--band); color: var(--band-ink); padding: 8px 24px; text-align: center; font-weight: 600 }
main { max-width: 640px; margin: 32px auto; padding: 0 24px }
h1 { font-size: 24px; line-height: 1.3; margin: 0 0 8px } .card h1 { font: inherit; font-weight: 700; margin: 0 } h2 { font-size: 17px; margin: 24px 0 8px }
p { margin: 0 0 12px } a { color: var(--accent) } .quiet { color: var(--quiet) } .small { font-size: 13px }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 20px; margin: 16px 0 }
.person { display: flex; gap: 16px; align-items: center } .person img { width: 48px; height: 48px; border-radius: 50% }
label.person { padding: 12px; border: 1px solid var(--line); border-radius: 12px; margin: 8px 0; cursor: pointer }
label.person:has(input:checked) { border-color: var(--accent); outline: 1px solid var(--accent) }
label.person:not(:has(input:checked)) + .granted { display: none } fieldset.granted { margin: 0 0 8px 40px }
fieldset { border: 0; padding: 0; margin: 0 } legend { font-weight: 600; padding: 0 }
.actions { display: flex; gap: 12px; margin-top: 20px }
button { font: inherit; font-weight: 600; padding: 10px 24px; border-radius: 999px; border: 1px solid var(--line); background: var(--card); color: var(--ink); cursor: pointer }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--page) }
button:focus-visible, a:focus-visible, input:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.text { margin-top: 12px; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 17px } .numbers { display: flex; flex-wrap: wrap; gap: 16px; font-variant-numeric: tabular-nums }
figure { margin: 12px 0 } figure img, figure video { max-width: 100%; border-radius: 12px; border: 1px solid var(--line) } ul { padding-left: 20px }
`;

/** A page of the practice network: always marked as practice, no script, nothing from elsewhere. */
export function page(status: number, title: string, content: Html): Answer {
  const document = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <title>${title} · practice network</title>
        <style>
          ${new Html(style)}
        </style>
      </head>
      <body>
        <header class="band">PRACTICE · nothing here reaches a real network</header>
        <main>${content}</main>
      </body>
    </html>`;
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      // Chromium applies form-action to the redirect that follows a form, so the app's loopback address is named too.
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; base-uri 'none'; " +
        "frame-ancestors 'none'; form-action 'self' http://127.0.0.1:* http://localhost:*",
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
    body: document.text,
  };
}
