import type { Element, ElementContent, Parents } from 'hast';
import { visit } from 'unist-util-visit';
import type { Lang, Note } from '../model/index.ts';

export interface NoteLabels {
	/** Language of both. */
	readonly lang: Lang;
	/** Name of the block of notes, which no one sees but a screen reader says. */
	readonly notes: string;
	/** Said of the number that leads back to the call. */
	readonly back: string;
}

/**
 * Marks the note calls as such and puts the notes at the end of the unit; the tree is changed.
 * @param lang language of the unit; a note in another one says so
 */
export function placeNotes(
	section: Element,
	notes: readonly Note[],
	lang: Lang,
	labelsIn: (lang: Lang) => NoteLabels,
): void {
	const calls = markCalls(section);
	if (notes.length === 0) return;
	section.children.push({
		type: 'element',
		tagName: 'section',
		properties: { className: ['notes'], 'epub:type': 'footnotes', ariaLabel: labelsIn(lang).notes },
		children: notes.map((note) => {
			const own = String(note.children[0]?.properties.lang ?? lang);
			const labels = labelsIn(own);
			const back = { title: labels.back, ...langWhereOther(labels.lang, own) };
			const numbers = numbersOf(note, calls.get(note.id) ?? [], back);
			return footnote(note, langWhereOther(own, lang), numbers);
		}),
	});
}

function langWhereOther(lang: Lang, around: Lang): { readonly lang?: Lang } {
	return lang === around ? {} : { lang };
}

/** Ids of the calls, in order, by id of the note. */
function markCalls(section: Element): ReadonlyMap<string, readonly string[]> {
	const calls = new Map<string, string[]>();
	visit(section, 'element', (call, index, parent) => {
		const { properties } = call;
		const { dataNote: note, id } = properties;
		if (typeof note !== 'string') return;
		delete properties.dataNote;
		if (parent && index !== undefined) keepTogether(parent, index, call);
		Object.assign(properties, { href: `#${note}`, role: 'doc-noteref', 'epub:type': 'noteref' });
		if (typeof id !== 'string') return;
		const known = calls.get(note);
		if (known) known.push(id);
		else calls.set(note, [id]);
	});
	return calls;
}

/** A line may begin with a number, so a call could leave the Han character or the mark before it (UAX 14, LB31). */
function keepTogether(parent: Parents, index: number, call: Element): void {
	const before = parent.children[index - 1];
	if (before?.type !== 'text') return;
	const [last] = /[^\s\p{Script=Latin}\d]$/u.exec(before.value) ?? [];
	if (last === undefined) return;
	before.value = before.value.slice(0, -last.length);
	parent.children[index] = {
		type: 'element',
		tagName: 'span',
		properties: { className: ['called'] },
		children: [{ type: 'text', value: last }, call],
	};
}

/** An `aside`, for that is what Apple Books, Kobo and Thorium show in a window of its own. */
function footnote(note: Note, own: { readonly lang?: Lang }, numbers: ElementContent[]): Element {
	return {
		type: 'element',
		tagName: 'aside',
		properties: { id: note.id, className: ['note'], ...own, role: 'doc-footnote', 'epub:type': 'footnote' },
		children: numbered(structuredClone([...note.children]), numbers),
	};
}

/** What is said of a way back, in its language where the text around it is in another one. */
interface Back {
	readonly title: string;
	readonly lang?: Lang;
}

/** The number of the note leads back to its first call; small numbers from 2 on lead to the others. */
function numbersOf(note: Note, calls: readonly string[], back: Back): ElementContent[] {
	const number = String(note.number);
	const [first, ...others] = calls;
	if (first === undefined) return [{ type: 'text', value: number }];
	const links = [backlink(first, number, back, 'note-number')];
	for (const [index, call] of others.entries()) {
		const time = String(index + 2);
		links.push(backlink(call, time, { ...back, title: `${back.title} (${time})` }, 'note-again'));
	}
	return links;
}

function backlink(call: string, text: string, back: Back, className: string): ElementContent {
	return {
		type: 'element',
		tagName: 'a',
		properties: {
			className: [className],
			href: `#${call}`,
			...back,
			role: 'doc-backlink',
			'epub:type': 'backlink',
		},
		children: [{ type: 'text', value: text }],
	};
}

/** The numbers open the first paragraph, or are one of their own where a note begins with a list or the like. */
function numbered(blocks: Element[], numbers: ElementContent[]): Element[] {
	const [first] = blocks;
	if (first?.tagName === 'p') {
		first.children.unshift(...numbers.flatMap((one) => [one, { type: 'text', value: ' ' } as const]));
		return blocks;
	}
	return [{ type: 'element', tagName: 'p', properties: {}, children: numbers }, ...blocks];
}
