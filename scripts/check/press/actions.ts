import type { PDFDict } from '@cantoo/pdf-lib';
import type { Fault } from './dictionaries.ts';
import { dictAt, entry, nameOf } from './objects.ts';

/** Kinds of actions (ISO 32000-1, 12.6.4) but the one that only moves inside the document. */
const kinds: ReadonlySet<string> = new Set([
	...['GoToR', 'GoToE', 'GoTo3DView', 'Launch', 'Thread', 'URI', 'Sound', 'Movie', 'Hide', 'Named'],
	...[
		'SubmitForm',
		'ResetForm',
		'ImportData',
		'JavaScript',
		'SetOCGState',
		'Rendition',
		'Trans',
		'RichMediaExecute',
	],
]);

/** A file for printers does nothing (ISO 15930-7): no scripts, no actions but a move to a page. */
export function faultOfAction(dict: PDFDict): Fault | undefined {
	const kind = nameOf(entry(dict, 'S'));
	const isElement = nameOf(entry(dict, 'Type')) === 'StructElem';
	if (kind !== undefined && kinds.has(kind) && !isElement)
		return ['press-action', `The file holds an action (${kind})`];
	if (dictAt(dict, 'AA')) return ['press-action', 'The file holds actions that follow on events (AA)'];
	if (entry(dict, 'JavaScript')) return ['press-action', 'The file holds scripts'];
	return undefined;
}
