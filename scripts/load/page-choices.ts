import type { PageChoices, Size } from '../model/index.ts';
import * as field from './fields.ts';
import type { LocalizeOptions } from './localized.ts';
import { choice, length } from './quantities.ts';
import { describePath, readFields, readValue, valueAt } from './read-fields.ts';
import { findTrim, trimNames } from './trim-sizes.ts';

/** Sides of a page that a book can have, in mm. */
const sides = { least: 50, most: 1000 } as const;

const pageFields = field.fields(
	{
		// These are read on their own.
		trim: field.anything,
		margins: field.anything,
		gutter: field.anything,
	},
	'trim: A5',
);

const sizeFields = field.fields(
	{ width: length({ ...sides, example: '170 mm' }), height: length({ ...sides, example: '240 mm' }) },
	'width: 170 mm',
);

const margin = length({ least: 0, most: 500, example: '20 mm' }).optional();
const marginFields = field.fields(
	{ top: margin, bottom: margin, inner: margin, outer: margin },
	'inner: 22 mm',
);

const gutterWords = choice(['auto', 'none']);
const gutterLength = length({ least: 0, most: 50, example: '3 mm, auto or none' });

/** What book.yaml says of the page. Whether a text block is left is seen where the margins of the house are known. */
export function readPage(options: LocalizeOptions): PageChoices {
	const { document, report } = options;
	if (valueAt(document.value, ['page']) === undefined) return { gutter: 'auto' };
	readFields(pageFields, document, ['page'], 'page', report);
	const trim = readTrim(options);
	const margins = readMargins(options);
	return {
		...(trim ? { trim } : {}),
		...(margins ? { margins } : {}),
		gutter: readGutter(options),
		place: document.keyPlace(['page']),
	};
}

function readMargins({ document, report }: LocalizeOptions): PageChoices['margins'] {
	const given = readFields(marginFields, document, ['page', 'margins'], 'margins of page', report);
	const margins = Object.entries(given).filter(([, margin]) => margin !== undefined);
	return margins.length > 0 ? Object.fromEntries(margins) : undefined;
}

function readTrim({ document, report }: LocalizeOptions): Size | undefined {
	const path = ['page', 'trim'];
	const given = valueAt(document.value, path);
	if (given === undefined) return undefined;
	const name = describePath(path);
	if (typeof given !== 'string') {
		const { width, height } = readFields(sizeFields, document, path, name, report);
		return width === undefined || height === undefined ? undefined : { width, height };
	}
	const size = findTrim(given);
	if ('meant' in size) {
		const hint = size.meant === undefined ? `The names are: ${trimNames.join(', ')}.` : undefined;
		const message = `${name} must be the name of a size, or width and height such as 6×9 in or 170×240 mm`;
		report(
			'config-invalid',
			message,
			document.place(path),
			hint ?? `Did you mean "${size.meant}"? The names are: ${trimNames.join(', ')}.`,
		);
		return undefined;
	}
	if (Object.values(size).some((side) => side < sides.least || side > sides.most)) {
		const message = `${name} must have sides from ${sides.least} mm to ${sides.most} mm`;
		report('config-invalid', message, document.place(path));
		return undefined;
	}
	return size;
}

function readGutter({ document, report }: LocalizeOptions): PageChoices['gutter'] {
	const path = ['page', 'gutter'];
	const given = valueAt(document.value, path);
	if (given === undefined) return 'auto';
	const word = gutterWords.safeParse(given);
	if (word.success) return word.data === 'none' ? 0 : 'auto';
	return readValue(gutterLength, document, path, 'page', report) ?? 'auto';
}
