import { dictOf, entry, itemsOf, listAt, textAt } from './objects.ts';
import type { Tag } from './tree.ts';

/** Elements in which each child must be one of a few (ISO 32000-1, 14.8.4; ISO 14289-1, 7.5 to 7.6). */
const children: Readonly<Record<string, readonly string[]>> = {
	L: ['LI', 'L', 'Caption'],
	LI: ['Lbl', 'LBody'],
	Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
	THead: ['TR'],
	TBody: ['TR'],
	TFoot: ['TR'],
	TR: ['TH', 'TD'],
	TOC: ['TOC', 'TOCI', 'Caption'],
	Ruby: ['RB', 'RT', 'RP'],
};

/** Elements that stand only in some others. */
const places: Readonly<Record<string, readonly string[]>> = {
	LI: ['L'],
	LBody: ['LI'],
	TR: ['Table', 'THead', 'TBody', 'TFoot'],
	TH: ['TR'],
	TD: ['TR'],
	THead: ['Table'],
	TBody: ['Table'],
	TFoot: ['Table'],
	TOCI: ['TOC'],
	RB: ['Ruby'],
	RT: ['Ruby'],
};

/** A cell may be empty. */
const mayBeEmpty: ReadonlySet<string> = new Set(['TD', 'TH']);

/** What ISO 14289-1 asks of the elements of a tree. */
export function faultsOfTags(roots: readonly Tag[]): readonly string[] {
	const faults: string[] = [];
	if (roots.length !== 1 || roots[0]?.type !== 'Document') faults.push('the root is not one Document');
	const tags = roots.flatMap(all);
	for (const tag of tags) faults.push(...faultsOf(tag));
	for (const tag of tags) {
		for (const kid of tag.kids) {
			const allowed = places[kid.type];
			if (allowed && !allowed.includes(tag.type)) faults.push(`${kid.type} stands in ${tag.type}`);
		}
	}
	faults.push(...faultsOfHeadings(tags), ...faultsOfNotes(tags));
	return faults;
}

function all(tag: Tag): readonly Tag[] {
	return [tag, ...tag.kids.flatMap(all)];
}

function faultsOf(tag: Tag): readonly string[] {
	const faults: string[] = [];
	const { type, kids, content, dict } = tag;
	if (kids.length + content === 0 && !mayBeEmpty.has(type)) faults.push(`${type} is empty`);
	const allowed = children[type];
	for (const kid of kids)
		if (allowed && !allowed.includes(kid.type)) faults.push(`${type} holds ${kid.type}`);
	if (allowed && content > 0) faults.push(`${type} holds content itself`);
	if (type === 'Table') faults.push(...faultsOfTable(tag));
	if (type === 'TH' && !attribute(tag, 'Scope') && !attribute(tag, 'Headers')) faults.push('TH has no scope');
	if (type === 'Figure' || type === 'Formula') {
		if (!textAt(dict, 'Alt') && !textAt(dict, 'ActualText')) faults.push(`${type} has no alternative text`);
		if (itemsOf(attribute(tag, 'BBox')).length !== 4) faults.push(`${type} has no bounding box`);
	}
	if (type === 'Link' && tag.objects.length === 0 && !kids.some((kid) => kid.objects.length > 0))
		faults.push('Link holds no annotation');
	return faults;
}

/** Every row has as many columns, and spans overlap nowhere. */
function faultsOfTable(table: Tag): readonly string[] {
	const rows = table.kids.flatMap((kid) => (kid.type === 'TR' ? [kid] : kid.kids));
	const open: number[] = [];
	let overlap = false;
	const widths = rows.map((row) => {
		let column = 0;
		const fresh: (readonly [column: number, rows: number])[] = [];
		const skip = () => {
			while ((open[column] ?? 0) > 0) column++;
		};
		for (const cell of row.kids) {
			skip();
			for (let span = spanOf(cell, 'ColSpan'); span > 0; span--) {
				overlap ||= (open[column] ?? 0) > 0;
				fresh.push([column++, spanOf(cell, 'RowSpan')]);
			}
		}
		skip();
		for (let index = 0; index < open.length; index++) open[index] = Math.max(0, (open[index] ?? 0) - 1);
		for (const [index, span] of fresh) open[index] = span - 1;
		return column;
	});
	const uneven = new Set(widths);
	return [
		...(overlap ? ['cells of a table overlap'] : []),
		...(uneven.size > 1 ? [`a table has rows of ${[...uneven].join(' and ')} columns`] : []),
	];
}

function spanOf(cell: Tag, name: string): number {
	const value = attribute(cell, name);
	return value ? Number(value.toString()) : 1;
}

function attribute({ dict }: Tag, name: string) {
	for (const owner of listAt(dict, 'A')) {
		const found = entry(dictOf(owner), name);
		if (found) return found;
	}
	return undefined;
}

/** The first is of the first level, and none is left out on the way down (ISO 14289-1, 7.4.2). */
function faultsOfHeadings(tags: readonly Tag[]): readonly string[] {
	let before = 0;
	return tags.flatMap(({ type }) => {
		const [, digit] = /^H([1-6])$/.exec(type) ?? [];
		if (!digit) return type === 'H' ? ['a heading has no level'] : [];
		const level = Number(digit);
		const fault =
			level > before + 1 ? [`H${level} follows on ${before === 0 ? 'no heading' : `H${before}`}`] : [];
		before = level;
		return fault;
	});
}

/** Each note has an identifier of its own (ISO 14289-1, 7.9). */
function faultsOfNotes(tags: readonly Tag[]): readonly string[] {
	const ids = tags.filter(({ type }) => type === 'Note').map(({ dict }) => textAt(dict, 'ID'));
	const faults = ids.includes('') ? ['Note has no ID'] : [];
	return new Set(ids).size < ids.length && !ids.includes('') ? [...faults, 'two notes have one ID'] : faults;
}
