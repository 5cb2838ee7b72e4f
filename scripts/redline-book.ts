import { getAhead } from './ahead.ts';
import { chooseEditions, languagesOf } from './choose-editions.ts';
import { findRevision, type Revision } from './history/index.ts';
import { makePdf } from './make-pdf.ts';
import type { Artifact, Edition, EditionChoice, Outputs } from './model/index.ts';
import { recallOldBook } from './old-book.ts';
import { paginate } from './paginate/index.ts';
import { layOut, openTabs, readBook } from './pipeline.ts';
import { type MarkedBook, markChanges } from './redline/index.ts';
import type { ChangesRequest, World } from './world.ts';

/**
 * Makes of each edition a proof for screens, in which all is marked that changed since a revision. The editions
 * themselves are not made.
 * @throws RequestError where git does not know the revision or the folder
 */
export async function buildChanges(request: ChangesRequest, world: World): Promise<Outputs> {
	const opening = openTabs(world);
	const { ahead, onRead } = getAhead(opening, world);
	const book = await readBook(request, world, onRead);
	if (!book) return { artifacts: [], listings: [] };
	const revision = await findRevision(request.manuscript, request.changesSince);
	const choices = chooseEditions(book.config, request.editions);
	const old = await recallOldBook(request.manuscript, revision, languagesOf(choices, book.config), world);
	if (!old) return { artifacts: [], listings: [] };
	const marked = await world.time('compare', async () => {
		const images = await old.imagesBeside(book);
		return markChanges(book, old.book, { images, labels: world.house.labels, memo: world.memo });
	});
	tellRemoved(marked, revision, world);
	const artifacts: Artifact[] = [];
	for (const choice of choices) {
		const isChanged = choice.languages.some((lang) => marked.changed.has(lang));
		if (!isChanged) tellUnchanged(choice, revision, world);
		const proof = { revision: revision.short, date: revision.date, isChanged };
		const laid = await layOut(
			marked.book,
			choice,
			{ layOutPages: paginate, proof },
			{ opening, ahead },
			world,
		);
		if (!laid) continue;
		world.stage(`${choice.id} outputs`);
		const { linearize = false } = request;
		artifacts.push(await makePdf({ ...laid, edition: withName(laid.edition) }, { linearize }, world));
	}
	return world.hasErrors() ? { artifacts: [], listings: [] } : { artifacts, listings: [] };
}

function tellRemoved({ removed }: MarkedBook, { short }: Revision, { report }: World): void {
	for (const { title, file } of removed) {
		report('redline-removed', `"${title.text}" was in the book at ${short} and is not marked.`, file);
	}
}

function tellUnchanged({ id }: EditionChoice, { short, date }: Revision, { report }: World): void {
	report('redline-unchanged', `Nothing in the edition "${id}" has changed since ${short} (${date}).`, id);
}

/** A proof is not taken for the book: its title says what it is. */
function withName(edition: Edition): Edition {
	const [line] = Object.values(edition.proof ?? {});
	return line ? { ...edition, metadata: { ...edition.metadata, subtitle: line.text } } : edition;
}
