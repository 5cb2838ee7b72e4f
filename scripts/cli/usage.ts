/** The command line cannot be understood; the message says why. */
export class UsageError extends Error {}

export const usage = `Diglot makes PDF and EPUB editions of a bilingual Markdown manuscript.

  diglot build [options]    make the editions
  diglot release [options]  make the editions, and a web page that offers them, in one folder
  diglot check [options]    read, compile and check the manuscript only: no browser
  diglot translations status [options]
                            tell how far the translations are, and which are older than their source
  diglot translations accept [PATH[:LINE]] [options]
                            record that translations are right again: all, or those of a piece, a file, a line
  diglot preview [options]  show the pages in a browser, and anew after each edit

Options
  --manuscript DIR     folder with book.yaml (default: manuscript)
  --out DIR            folder for the outputs (default: dist; of a release: release)
  --edition NAMES      editions to make, such as zh,bilingual (default: all of the book)
  --format NAMES       what to make: screen, print, epub (default: screen,epub)
  --profile NAMES      whose rules the EPUB follows: generic, apple, kobo, kindle; one file each (default: generic)
  --archive            make an archive edition beside each screen edition: PDF/A-2a
  --archive-source     the same with the Markdown sources, book.yaml and contributors.yaml attached: PDF/A-3a
  --changes-since REV  make nothing but a PDF in which all is marked that changed since a revision of git
  --linearize          put PDFs in an order that lets browsers show page 1 first
  --jobs N             pages are laid out in N browser tabs (default: one for each core)
  --browser FILE       a Chrome or Chromium to use (also: DIGLOT_BROWSER)
  --cache DIR          folder for what the next run can use again (default: node_modules/.cache)
  --no-cache           make everything anew and keep nothing
  --trace FILE         write the times of all steps for chrome://tracing or Perfetto
  --watch              build again after each change, until Ctrl-C
  --json               print one JSON report on standard output (with --watch: one line for each build)
  --help, --version

Options of the preview
  --port N             port on this machine (default: any that is free)
  --no-open            only print the address
  --editor LINK        how to open a place, such as vscode://file{path}:{line}:{column}
`;
