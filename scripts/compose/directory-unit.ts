import type { Inline, Lang, Person, Piece, Unit } from '../model/index.ts';
import { secondText } from './book-data.ts';
import { type Context, headLine, labelLine } from './context.ts';
import { makeUnit } from './make-unit.ts';
import { signers } from './metadata.ts';
import { sortByKey, sortKey } from './sort-key.ts';

/** A piece as the directory names it: in one language or in two, with the id that its folio stands for. */
export type ListedPiece = readonly [Piece, ...Piece[]];

/** All who sign a piece, sorted, each with the pieces they wrote and their pages. */
export function directoryUnit(context: Context, pieces: readonly ListedPiece[]): Unit | undefined {
	const { book, lang, other } = context;
	const paths = pieces.map(([piece]) => piece.path);
	const people = signers(book, other ? [lang, other.lang] : [lang], paths);
	if (people.length === 0) return undefined;
	const id = `${lang}-directory`;
	const title = labelLine(context, 'contributors');
	const otherTitle = other && labelLine(other, 'contributors');
	const sorted = sortByKey(people, (person) => sortKey(person, lang, context.sortKeys), lang);
	const data = {
		unit: { id },
		people: sorted.map((person) => entry(context, person, pieces)),
	};
	const unit = {
		id,
		kind: 'directory',
		lang,
		matter: 'back',
		title,
		...(otherTitle ? { otherTitle } : {}),
		file: 'contributors.yaml',
		start: 'any',
		folios: 'all',
		runningHeads: otherTitle
			? { verso: title, recto: headLine(context, otherTitle) }
			: { verso: context.title, recto: title },
		media: 'all',
		notes: [],
	} as const;
	return makeUnit(context, unit, 'directory', data);
}

function entry({ lang, other }: Context, person: Person, pieces: readonly ListedPiece[]) {
	const name = person.name[lang];
	const affiliation = person.affiliation?.[lang];
	const second = other && secondText(person.affiliation, [lang, other.lang]);
	return {
		name,
		other_name: Object.values(person.name).find((another) => another.lang !== name?.lang),
		affiliations: [...told(lang, affiliation), ...(other ? told(other.lang, second) : [])],
		pieces: pieces
			.filter((texts) => texts.some((piece) => piece.authors.includes(person.id)))
			.map((texts) => ({
				id: texts[0].key,
				texts: texts.map((piece) => ({ lang: piece.lang, title: piece.title })),
			})),
	};
}

function told(lang: Lang, text: Inline | undefined) {
	return text ? [{ lang, text }] : [];
}
