import type { Element } from 'xast';
import type { PrintedBody } from '../products.ts';
import { element } from './xml.ts';

/** Measures of a printed book (List 48: height 01, width 02, thickness 03), in whole millimetres (List 50). */
export function measures({ height, width, thickness }: PrintedBody): readonly Element[] {
	const all = { '01': height, '02': width, '03': thickness };
	return Object.entries(all)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.flatMap(([type, value]) => (value === undefined ? [] : [measure(type, value)]));
}

/** Nothing is less than a millimetre thick. */
function measure(type: string, value: number): Element {
	return element(
		'Measure',
		element('MeasureType', type),
		element('Measurement', String(Math.max(1, Math.round(value)))),
		element('MeasureUnitCode', 'mm'),
	);
}
