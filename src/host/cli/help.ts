const dataLine =
  '  --data DIR        Where OCMA keeps its data. Without it: the usual place of this system, or OCMA_DATA.';

const overview = `OCMA runs your social media accounts from your own machine.

Usage: ocma COMMAND [options]

  serve      Run OCMA and open it in the browser
  open       Print a fresh address of the OCMA that is running
  import     Import posts from a CSV file; shows what it would do first
  call       Call one procedure, for scripts
  restore    Go back to a copy of the data
  sandbox    Run the practice network alone
  eval       Measure on a file of data how good the advice is

"ocma COMMAND --help" explains a command.`;

const commands: Readonly<Record<string, string>> = {
  serve: `Runs OCMA on this machine and opens it in the browser. Only this machine can reach it.

Usage: ocma serve [--data DIR] [--port N] [--json] [--no-open]

${dataLine}
  --port N          The port to listen on. Without it 47820, or any free one if that is taken.
  --json            Print one line {"url","token"} when ready and nothing else. "url" opens the window once,
                    "token" is for the API: Authorization: Bearer TOKEN.
  --no-open         Do not open the browser.

If OCMA already runs on this data, a fresh address of it is printed and nothing else is started.`,
  open: `Prints a fresh address of the OCMA that is running. Each address opens it once, in one browser.

Usage: ocma open [--data DIR] [--json]

${dataLine}
  --json            Print {"url","token"}.`,
  import: `Imports posts from a CSV file. Shows first what it would do; nothing is imported unless you say so.
Columns: text, date, time zone, accounts, media, alt text, link, labels. Only text is needed.

Usage: ocma import FILE.csv [options]

  --dry-run         Only show what it would do.
  --yes             Import without asking.
  --account NAME    For rows that name no account: @name, x:name or an id. May be given several times.
  --every 5m        Schedule rows without a date one after another, this far apart (m, h or d).
  --start TIME      When the first of them goes out: 2027-01-31T09:00, with an offset or in --zone.
  --slots           Put rows without a date into the next free slots.
  --zone ZONE       The time zone of dates without one, such as Europe/Berlin. Without it: the workspace's.
  --skip-problems   Import the good rows and leave out those with a problem.
  --workspace ID    The workspace. Without it: the one in use.
  --json            Print the preview, and the result, as JSON.
${dataLine}

Importing the same file twice changes nothing: rows that are already here are left alone.`,
  call: `Calls one procedure and prints its answer as JSON. It speaks to the OCMA that runs on this data; if none
runs, the call is made directly, and posts wait until OCMA is started.

Usage: ocma call PROCEDURE ['JSON'] [--data DIR]
       ocma call --list

  ocma call system.info
  ocma call content.measure '{"text": "Hello", "platform": "x"}'

${dataLine}
  --list            List all procedures.`,
  restore: `Goes back to a copy of the data, also where the data file is damaged. The data of now is kept beside the
copies. Nothing is sent afterwards until you have looked at what waits.

Usage: ocma restore [NAME | --newest] [--data DIR]

  NAME              The copy. Without it all are listed, newest first.
  --newest          The newest one.
${dataLine}`,
  sandbox: `Runs the practice network alone, until Ctrl-C. It speaks the networks' own protocols on this machine only.

Usage: ocma sandbox [--data DIR] [--port N]

  --data DIR        Where the practice network keeps its state. Without it: "sandbox" in OCMA's data.
  --port N          The port to listen on. Without it any free one.`,
  eval: `Measures on a file of data how good the advice is, beside plain baselines and published figures. It needs
neither the app nor its data. Files may be packed with gzip.

Usage: ocma eval KIND FILE [--json] [--target COLUMN] [--shuffle]

  sentiment FILE.tsv     Columns: text, and label (0, 1, 2, or -1, 0, 1, or negative, neutral, positive) or
                         mean_rating (-4 to 4), separated by tabs.
  readability FILE.json  {"cases": [{"metric", "text", "expected", "tolerance"}]}: reference values of other programs.
  timing FILE.csv        Columns: account, published_at, type, likes, comments, shares. Accounts with 200 posts or more.
                         A time without a zone is UTC.
  engagement FILE.csv    Columns: account, published_at, type, text, impressions, likes, comments, shares; what is missing
                         is left out. Takes the UCI file "Facebook metrics" as it is.

  --json            Print the figures as one line of JSON.
  --target COLUMN   The outcome to judge by, where there are several.
  --shuffle         timing: shuffle the outcomes among an account's posts, to see that no time is advised then.`,
};

/** How a command is used, or all of them. */
export function helpText(command?: string): string {
  return (command !== undefined && commands[command]) || overview;
}
