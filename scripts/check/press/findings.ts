import type { Reporter, RuleId } from '../../diagnostics/index.ts';

/** How many pages a message names before it counts the rest. */
const namedPages = 5;

/** Findings of one file: what is wrong on many pages is said once, with the pages. */
export class Findings {
	readonly #found = new Map<string, { rule: RuleId; message: string; pages: Set<number> }>();

	/**
	 * @param message a sentence without its full stop
	 * @param page index of the page; missing where the file as a whole is meant
	 */
	add(rule: RuleId, message: string, page?: number): void {
		const key = `${rule} ${message}`;
		const known = this.#found.get(key) ?? { rule, message, pages: new Set() };
		this.#found.set(key, known);
		if (page !== undefined) known.pages.add(page);
	}

	report(report: Reporter, file: string): void {
		for (const { rule, message, pages } of this.#found.values()) {
			report(rule, `${message}${listPages([...pages])}.`, file);
		}
	}
}

/** Pages are counted from the first of the file, as printers do; what is printed on them may differ. */
function listPages(pages: readonly number[]): string {
	if (pages.length === 0) return '';
	const sorted = pages.toSorted((a, b) => a - b).map((page) => page + 1);
	const named = sorted.slice(0, namedPages).join(', ');
	const rest = sorted.length - namedPages;
	const more = rest > 0 ? ` and ${rest} more` : '';
	return ` (${sorted.length === 1 ? 'page' : 'pages'} ${named}${more} of the file)`;
}
