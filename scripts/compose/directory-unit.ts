import type { Person, Piece, Unit } from '../model/index.ts';
import { type Context, labelLine } from './context.ts';
import { makeUnit } from './make-unit.ts';
import { signers } from './metadata.ts';
import { sortByKey, sortKey } from './sort-key.ts';

/** All who sign a piece, sorted, each with the pieces they wrote and their pages. */
export function directoryUnit(context: Context, pieces: readonly Piece[]): Unit | undefined {
	const { book, lang } = context;
	const people = signers(
		book,
		lang,
		pieces.map((piece) => piece.path),
	);
	if (people.length === 0) return undefined;
	const id = `${lang}-directory`;
	const title = labelLine(context, 'contributors');
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
		file: 'contributors.yaml',
		start: 'any',
		folios: 'all',
		runningHeads: { verso: context.title, recto: title },
		media: 'all',
		notes: [],
	} as const;
	return makeUnit(context, unit, 'directory', data);
}

function entry({ lang }: Context, person: Person, pieces: readonly Piece[]) {
	const name = person.name[lang];
	return {
		name,
		other_name: Object.values(person.name).find((other) => other.lang !== name?.lang),
		affiliation: person.affiliation?.[lang],
		pieces: pieces
			.filter((piece) => piece.authors.includes(person.id))
			.map((piece) => ({ id: piece.key, title: piece.title })),
	};
}
