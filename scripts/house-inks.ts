import type { Reporter } from './diagnostics/index.ts';
import { separateInks } from './inks/separate-inks.ts';
import type { BookColor, House } from './model/index.ts';

/** A style sheet with colours that every program knows; nothing where the house has none of this name. */
export function plainStyle({ styles }: House, name: string): string | undefined {
	const css = styles.get(name);
	return css?.includes('device-cmyk') ? separateInks(styles).styles.get(name) : css;
}

/** Colours that the style sheets of the house mix of exact inks. */
export function houseColors({ styles }: House): readonly BookColor[] {
	return separateInks(styles).colors;
}

/** Reports what the style sheets of the house mix of anything but four inks. */
export function checkHouseInks({ styles }: House, report: Reporter): void {
	for (const { text, place } of separateInks(styles).unread) {
		report('print-ink', `${text} does not say four inks.`, place);
	}
}
