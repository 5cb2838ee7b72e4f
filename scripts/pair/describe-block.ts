import type { Block, BlockKind, Place } from '../model/index.ts';
import { wordsOf } from './traits.ts';

const names: Readonly<Record<BlockKind, string>> = {
	title: 'title',
	heading: 'heading',
	paragraph: 'paragraph',
	list: 'list',
	item: 'list item',
	quotation: 'quotation',
	code: 'code',
	table: 'table',
	caption: 'caption',
	row: 'table row',
	cell: 'table cell',
	figure: 'figure',
	formula: 'formula',
	note: 'note',
	rule: 'rule',
	other: 'section of HTML',
};

/** About as many columns of a terminal as one takes in at a glance; a Chinese character has two. */
const glance = 40;

/** `the list item "First words …"`; without words where the block has none. `name` replaces that of the kind. */
export function describe(block: Block, name = names[block.kind]): string {
	const words = firstWords(wordsOf(block));
	return words === '' ? `the ${name}` : `the ${name} "${words}"`;
}

/** The same with its file and line. */
export function describeAt(block: Block, name?: string): string {
	return `${describe(block, name)} (${at(block.place)})`;
}

export function at({ file, line }: Place): string {
	return `${file}:${line}`;
}

function firstWords(text: string): string {
	let columns = 0;
	let end = 0;
	for (const character of text) {
		columns += /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u.test(
			character,
		)
			? 2
			: 1;
		if (columns > glance) {
			const cut = text.slice(0, end);
			// A word that is cut is no word; Chinese has no blanks to cut at.
			const blank =
				/\S$/.test(cut) && /^[\p{Script=Latin}\d]/u.test(text.slice(end)) ? cut.lastIndexOf(' ') : end;
			return `${cut.slice(0, blank > 0 ? blank : end).trim()} …`;
		}
		end += character.length;
	}
	return text;
}
