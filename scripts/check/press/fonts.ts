import type { PDFDict } from '@cantoo/pdf-lib';
import type { Fault } from './dictionaries.ts';
import { dictAt, entry, nameOf } from './objects.ts';

const programs = ['FontFile', 'FontFile2', 'FontFile3'];

/** Every font is embedded (ISO 15930-7), and none is made of drawings, which no printer can set. */
export function faultOfFont(dict: PDFDict): Fault | undefined {
	if (nameOf(entry(dict, 'Type')) !== 'Font') return undefined;
	const kind = nameOf(entry(dict, 'Subtype'));
	const name = nameOf(entry(dict, 'BaseFont')) ?? 'without a name';
	if (kind === 'Type3') return ['press-font', `A font (${nameOf(entry(dict, 'Name')) ?? name}) is of Type 3`];
	// The program belongs to the descendant.
	if (kind === 'Type0') return undefined;
	const descriptor = dictAt(dict, 'FontDescriptor');
	return programs.some((key) => entry(descriptor, key))
		? undefined
		: ['press-font', `The font ${name} is not embedded`];
}
