import type { ElementContent, Nodes, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { Heading, Lang, Note, Piece, PiecePairing, Unit } from '../../model/index.ts';
import { type Context, headLine } from '../context.ts';
import type { Contexts } from '../contexts.ts';
import { shiftHeadings } from '../heading-levels.ts';
import { makeUnit } from '../make-unit.ts';
import { closingData, openerData } from '../piece-data.ts';
import { markNode } from '../sources.ts';
import { inFlow } from '../template-tree.ts';
import { interleave } from './interleave.ts';
import { type Both, partOf, type Spot, shortTitle } from './spot.ts';

/** What a piece and its translation are together. */
interface Joined {
	readonly body: Root;
	readonly notes: readonly Note[];
	readonly headings: readonly Heading[];
}

/** A piece with its translation, block after block: one opener, one text, one card of bios. */
export function blocksUnit(
	{ both, first, second }: Pick<Contexts, 'both' | 'first' | 'second'>,
	texts: Both,
	pairs: Pick<PiecePairing, 'body'>,
	spot: Spot,
): Unit {
	const shift = spot.part ? 1 : 0;
	const { body, notes, headings } = join(both, texts, pairs, shift);
	const voices = [
		{ context: first, piece: texts.first },
		{ context: second, piece: texts.second },
	];
	const data = {
		piece: {
			id: texts.first.key,
			level: 1 + shift,
			texts: voices.map(({ context, piece }) => ({
				lang: context.lang,
				...openerData(context, piece, partOf(spot, piece)),
			})),
			...closingData(voices),
		},
	};
	const unit = {
		id: texts.first.key,
		kind: 'piece',
		lang: both.lang,
		matter: spot.matter,
		title: texts.first.title,
		otherTitle: texts.second.title,
		file: texts.first.file,
		start: 'any',
		folios: 'all',
		runningHeads: { verso: shortTitle(texts.first), recto: headLine(both, shortTitle(texts.second)) },
		media: 'all',
		notes,
		...(headings.length > 0 ? { headings } : {}),
	} as const;
	return makeUnit(both, unit, 'piece', data, { body: body.children });
}

function join(
	{ memo, lang, other }: Context,
	{ first, second }: Both,
	{ body: pairs }: Pick<PiecePairing, 'body'>,
	shift: number,
): Joined {
	const languages = [lang, other?.lang ?? lang] as const;
	const parts = [first, second].flatMap(({ body, notes, headings }) => [body, notes, headings]);
	const key = JSON.stringify([[...parts, pairs].map(memo.nameOf), languages, second.file, shift]);
	return memo.recall('joined bodies', key, () => {
		const children = interleave(first.body.children, second.body.children, pairs, languages);
		const mark = <T extends ElementContent>(node: T) => markText(node, second);
		const body: Root = { type: 'root', children: children.map(mark) };
		const notes = [first, second].flatMap((piece) =>
			piece.notes.map((note) => ({
				...note,
				children: note.children.map((child) => mark(inFlow(child, piece.lang, languages))),
			})),
		);
		return {
			body: shiftHeadings(body, shift),
			notes: inOrder(body, notes),
			headings: headingsOf(body, [first, second]),
		};
	});
}

/** Marks what is in the language of a piece with its file, for the unit goes by the file of the other. */
function markText<T extends ElementContent>(
	node: T,
	piece: { readonly lang: Lang; readonly file: string },
): T {
	if (node.type !== 'element') return node;
	if (node.data?.flow === piece.lang) return markNode(node, piece.file);
	return { ...node, children: node.children.map((child) => markText(child, piece)) };
}

/** Notes in the order of their calls. */
function inOrder(body: Root, notes: readonly Note[]): readonly Note[] {
	const calls: string[] = [];
	visit(body, 'element', ({ properties }) => {
		if (typeof properties.dataNote === 'string') calls.push(properties.dataNote);
	});
	const byId = new Map(notes.map((note) => [note.id, note]));
	return [...new Set(calls)].flatMap((id) => byId.get(id) ?? []);
}

/** The headings of both texts, one for each that holds both. */
function headingsOf(body: Root, pieces: readonly Piece[]): readonly Heading[] {
	const known = new Map(pieces.flatMap((piece) => piece.headings.map((heading) => [heading.id, heading])));
	const found: Heading[] = [];
	visit(body, 'element', (element) => {
		const heading = known.get(String(element.properties.id));
		if (!heading) return undefined;
		const [other] = idsIn(element).flatMap((id) => known.get(id) ?? []);
		found.push(other ? { ...heading, other: { id: other.id, title: other.title } } : heading);
		return SKIP;
	});
	return found;
}

function idsIn(element: Nodes): readonly string[] {
	if (!('children' in element)) return [];
	return element.children.flatMap((child) =>
		child.type === 'element' && typeof child.properties.id === 'string' ? [child.properties.id] : [],
	);
}
