import { noMemo, type Reporter } from '../diagnostics/index.ts';
import type {
	Book,
	Edition,
	EditionChoice,
	EditionId,
	House,
	Memo,
	Pairing,
	Pause,
	Unit,
} from '../model/index.ts';
import { bilingualContents } from './bilingual/index.ts';
import { ownLabels } from './both-labels.ts';
import { coverSheet } from './cover-sheet.ts';
import { singleContents } from './edition-contents.ts';
import { halfTitleUnit } from './front-units.ts';
import { describe } from './metadata.ts';
import { type ProofOf, proofLines } from './proof-line.ts';
import { withSources } from './sources.ts';

export type { ProofOf };

export interface ComposeOptions {
	readonly choice: EditionChoice;
	/** For an edition in two languages: which blocks of them belong together. What it lacks stands alone. */
	readonly pairing?: Pairing;
	/** Moment that the outputs show instead of the book's date. */
	readonly modified?: Date;
	readonly report: Reporter;
	/** What earlier builds of the session composed. */
	readonly memo?: Memo;
	/** Called between units. */
	readonly pause?: Pause;
	/** Whether the sheet round the book is made too. */
	readonly cover?: boolean;
	/** Of a book in which changes are marked. */
	readonly proof?: ProofOf | undefined;
}

/**
 * Makes one edition of the book: the cover, title page, imprint, contents, openers, bylines, bios, disclaimers
 * and the directory, from `templates/`. In an edition in two languages text and translation stand together as its
 * layout says: docs/editions.md.
 *
 * With a memory a unit that shows the same as in the build before is the very same object: see `makeUnit`.
 * @throws ParseError or RenderError of LiquidJS, with file and line, where a template is broken
 */
export async function compose(
	source: Book,
	house: House,
	{
		choice,
		pairing = new Map(),
		modified,
		report,
		memo: session = noMemo,
		pause,
		cover = false,
		proof,
	}: ComposeOptions,
): Promise<Edition> {
	const memo = ofEdition(session, choice.id);
	const book = withSources(source, memo);
	const sources = { book, house, memo, report, ...(proof ? { proof } : {}) };
	const { context, pieces, toc, front, body, directory } =
		choice.layout === undefined
			? await singleContents(sources, choice.languages[0])
			: await bilingualContents(sources, choice, pairing);
	const { other } = context;
	const units: Unit[] = [];
	for (const makeUnit of body) {
		units.push(makeUnit());
		await pause?.();
	}
	return {
		id: choice.id,
		slug: book.config.slug,
		languages: choice.languages,
		...(choice.layout ? { layout: choice.layout } : {}),
		metadata: describe({
			book,
			edition: choice.id,
			lang: context.lang,
			...(other ? { other: other.lang } : {}),
			pieces,
			sortKeys: context.sortKeys,
			...(modified ? { modified } : {}),
		}),
		units: [...front, ...units, ...(directory ? [directory] : [])],
		halfTitle: halfTitleUnit(context),
		toc,
		images: book.images,
		labels: other ? ownLabels(context) : context.labels,
		...(other ? { otherLabels: ownLabels(other) } : {}),
		epub: book.config.epub,
		page: book.config.page,
		press: book.config.press,
		colors: book.config.colors,
		...(proof ? { proof: proofLines(context) } : {}),
		...(cover ? { coverSheet: await coverSheet(context, choice) } : {}),
	};
}

/** Rooms of its own for each edition: one that a build leaves out does not age. */
function ofEdition({ recall, nameOf }: Memo, id: EditionId): Memo {
	return { recall: (room, key, make) => recall(`${id} ${room}`, key, make), nameOf };
}
