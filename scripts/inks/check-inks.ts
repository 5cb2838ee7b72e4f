import type { Reporter } from '../diagnostics/index.ts';
import type { BookColor } from '../model/index.ts';

/** Reports exact inks of which more would lie on one spot than may, in percent. */
export function checkInks(colors: readonly BookColor[], totalInk: number, report: Reporter): void {
	for (const { name, inks = [], place } of colors) {
		const sum = inks.reduce((total, ink) => total + ink, 0) * 100;
		// Hundredths of a percent come from counting in binary.
		if (sum <= totalInk + 0.01) continue;
		const more = `more than the ${totalInk} % of total-ink`;
		report('print-ink', `${name} comes to ${Math.round(sum)} % of ink, ${more}.`, place);
	}
}
