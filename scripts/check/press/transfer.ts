import { type PDFDict, PDFNumber } from '@cantoo/pdf-lib';
import type { Fault } from './dictionaries.ts';
import { entry, nameOf } from './objects.ts';

/** Kinds of halftones that leave the screen to the printer (ISO 32000-1, 10.5.5). */
const screens: readonly number[] = [1, 5];

/** The printer decides on curves and screens (ISO 15930-7): a file brings no transfer functions and no halftones. */
export function faultOfTransfer(dict: PDFDict): Fault | undefined {
	// A soft mask has an entry of that name, which changes no ink.
	if (entry(dict, 'TR') && !entry(dict, 'G'))
		return ['press-transfer', 'A graphics state has a transfer function (TR)'];
	const later = entry(dict, 'TR2');
	if (later && nameOf(later) !== 'Default')
		return ['press-transfer', 'A graphics state has a transfer function (TR2)'];
	if (entry(dict, 'HTP')) return ['press-transfer', 'A graphics state moves the halftone (HTP)'];
	const kind = entry(dict, 'HalftoneType');
	if (!kind) return undefined;
	const isScreen = kind instanceof PDFNumber && screens.includes(kind.asNumber());
	if (!isScreen || entry(dict, 'HalftoneName') || entry(dict, 'TransferFunction'))
		return ['press-transfer', 'A halftone prescribes a screen of its own'];
	return undefined;
}
