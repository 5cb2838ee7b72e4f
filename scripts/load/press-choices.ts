import type { BookConfig, CoverChoices, PaperChoice, Place, PressProfile } from '../model/index.ts';
import { readColors } from './book-colors.ts';
import type { LocalizeOptions } from './localized.ts';
import { readPage } from './page-choices.ts';
import { coverFields, paperFields, pressFields } from './press-fields.ts';
import { readFields, valueAt } from './read-fields.ts';

type Press = Pick<BookConfig, 'page' | 'press' | 'colors'>;

/** Of a leaf that nothing was said of, in mm: that of uncoated book paper of 80 g/m². */
const usualCaliper = 0.1;

/**
 * What book.yaml says of the page, of the press edition and of the colours of the book. The profile has its name and
 * not its bytes: what a file holds is not part of what book.yaml says.
 */
export function readPress(options: LocalizeOptions): Press {
	const { document, report } = options;
	const given = readFields(pressFields, document, ['print'], 'print', report);
	const totalInk = given['total-ink'] ?? 300;
	const profile = readProfile(given, options);
	return {
		page: readPage(options),
		press: {
			bleed: given.bleed ?? 3,
			marks: given.marks ?? true,
			color: given.color ?? 'cmyk',
			...(profile ? { profile } : {}),
			totalInk,
			pages: given.pages ?? 4,
			paper: readPaper(options),
			cover: readCover(options),
			places: placesOf(options),
		},
		colors: readColors(totalInk, options),
	};
}

interface GivenProfile {
	readonly profile?: string | undefined;
	readonly condition?: string | undefined;
}

function readProfile(
	{ profile, condition }: GivenProfile,
	{ document, report }: LocalizeOptions,
): PressProfile | undefined {
	if (profile !== undefined) return { name: profile.normalize('NFC'), ...(condition ? { condition } : {}) };
	if (condition !== undefined && valueAt(document.value, ['print', 'profile']) === undefined) {
		const message = 'condition of print names the printing condition of a profile, and none is given';
		const hint =
			'Add the profile of this condition, or remove the condition: the profile that is built in has its own.';
		report('config-invalid', message, document.place(['print', 'condition']), hint);
	}
	return undefined;
}

/** Thickness of a leaf: grammage in g/m² times bulk in cm³/g are thousandths of a mm. */
function readPaper({ document, report }: LocalizeOptions): PaperChoice {
	const path = ['print', 'paper'];
	const usual = { caliper: usualCaliper };
	if (valueAt(document.value, path) === undefined) return usual;
	const { caliper, grammage, bulk } = readFields(paperFields, document, path, 'paper of print', report);
	const isGiven = (key: string) => valueAt(document.value, [...path, key]) !== undefined;
	const fault = (message: string) => {
		const hint = 'Give the caliper of a leaf, such as { caliper: 0.1 mm }, or { grammage: 80, bulk: 1.3 }.';
		report('config-invalid', `paper of print ${message}`, document.keyPlace(path), hint);
		return usual;
	};
	if (isGiven('caliper')) {
		if (isGiven('grammage') || isGiven('bulk')) return fault('has a caliper, and what gives another one');
		return { caliper: caliper ?? usualCaliper };
	}
	if (isGiven('grammage') !== isGiven('bulk')) return fault('must have grammage and bulk, or neither');
	if (grammage === undefined || bulk === undefined) return usual;
	const thickness = Math.round(grammage * bulk * 1e3) / 1e6;
	if (thickness < 0.03 || thickness > 1)
		return fault(`has leaves of ${thickness} mm: 0.03 mm to 1 mm can be`);
	return { caliper: thickness };
}

function readCover({ document, report }: LocalizeOptions): CoverChoices {
	const given = readFields(coverFields, document, ['print', 'cover'], 'cover of print', report);
	return {
		color: given.color ?? 'cmyk',
		flaps: given.flaps ?? 0,
		boards: given.boards ?? 0.6,
		spineText: given['spine-text'] ?? 'auto',
		...(given['price-code'] === undefined ? {} : { priceCode: given['price-code'] }),
		...(given.price === undefined ? {} : { price: given.price }),
	};
}

/** Where `print` and the keys below it stand, by path: `print`, `bleed`, `paper.caliper`. */
function placesOf({ document }: LocalizeOptions): ReadonlyMap<string, Place> {
	const places = new Map<string, Place>();
	const walk = (path: readonly string[]) => {
		const value = valueAt(document.value, path);
		if (value === undefined) return;
		const name = path.slice(1).join('.') || 'print';
		const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
		places.set(name, isMap ? document.keyPlace(path) : document.place(path));
		if (isMap) for (const key of Object.keys(value)) walk([...path, key]);
	};
	walk(['print']);
	return places;
}
