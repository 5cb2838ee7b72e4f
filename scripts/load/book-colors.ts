import * as z from 'zod';
import type { BookColor, Inks } from '../model/index.ts';
import { fields } from './fields.ts';
import type { LocalizeOptions } from './localized.ts';
import { describePath, readFields, valueAt } from './read-fields.ts';

// A # that does not stand in quotes begins a comment in YAML, and the value is not there at all.
const screenForm = 'must be a colour such as "#1f3a5f", in quotes';
const inksForm = 'must be four numbers from 0 to 100, percent of cyan, magenta, yellow and black';

const percent = z
	.string(inksForm)
	.regex(/^\d{1,3}(?:\.\d{1,4})?$/, 'must be a number from 0 to 100')
	.transform(Number)
	.refine((value) => value <= 100, 'must be a number from 0 to 100');

const colorFields = fields(
	{
		screen: z
			.string(screenForm)
			.regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, screenForm)
			.transform(toScreen),
		inks: z.tuple([percent, percent, percent, percent], inksForm).optional(),
	},
	'screen: "#1f3a5f"',
);

/** A name that can end the name of a custom property, `--color-NAME`. */
const nameForm = /^[a-z][a-z0-9-]{0,62}$/;

/**
 * The colours that book.yaml names. On the press a colour is known by what it is on screens, so no two may look alike
 * and be mixed of other inks.
 */
export function readColors(totalInk: number, options: LocalizeOptions): BookColor[] {
	const { document, report } = options;
	const given = valueAt(document.value, ['colors']);
	if (given === undefined) return [];
	if (typeof given !== 'object' || given === null || Array.isArray(given)) {
		const message = 'colors must hold colours by name, such as { accent: { screen: "#1f3a5f" } }';
		report('config-invalid', message, document.place(['colors']));
		return [];
	}
	const colors: BookColor[] = [];
	for (const name of Object.keys(given)) {
		const color = readColor(name, totalInk, options);
		if (!color) continue;
		const twin = colors.find((one) => isTwin(one, color));
		if (!twin) colors.push(color);
		else {
			const message = `${name} of colors has the screen colour of ${twin.name}, and other inks`;
			const hint = 'Give the two the same inks, or screen colours that differ a little.';
			report('config-invalid', message, document.place(['colors', name, 'screen']), hint);
		}
	}
	return colors;
}

function readColor(
	name: string,
	totalInk: number,
	{ document, report }: LocalizeOptions,
): BookColor | undefined {
	const path = ['colors', name];
	const place = document.keyPlace(path);
	if (!nameForm.test(name)) {
		const message = `"${name}" must consist of lower-case letters, digits and hyphens to name a colour`;
		report('config-invalid', message, place);
		return undefined;
	}
	const { screen, inks } = readFields(colorFields, document, path, describePath(path), report);
	if (screen === undefined) return undefined;
	const sum = inks?.reduce((total, ink) => total + ink, 0) ?? 0;
	if (sum > totalInk) {
		const inksPath = [...path, 'inks'];
		const message = `${describePath(inksPath)} come to ${sum} %, and total-ink of print is ${totalInk} %`;
		report('config-invalid', message, document.place(inksPath));
	}
	return { name, screen, ...(inks ? { inks: inks.map((ink) => ink / 100) as unknown as Inks } : {}), place };
}

function isTwin(a: BookColor, b: BookColor): boolean {
	return String(a.screen) === String(b.screen) && String(a.inks) !== String(b.inks);
}

function toScreen(given: string): BookColor['screen'] {
	const digits = given.slice(1);
	const long = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
	const channel = (nth: number) => Number.parseInt(long.slice(2 * nth, 2 * nth + 2), 16);
	return [channel(0), channel(1), channel(2)];
}
