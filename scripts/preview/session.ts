import type { Diagnostic } from '../diagnostics/index.ts';
import { changeOf } from './changes.ts';
import { rememberContents } from './contents.ts';
import { createListeners } from './listeners.ts';
import type {
	Condition,
	EditionChange,
	EditionView,
	Finding,
	Found,
	Message,
	PageContent,
} from './page/messages.d.ts';
import { createResources, type Resources } from './resources.ts';
import { search } from './search.ts';
import { type PreviewEdition, viewOf } from './view.ts';

/** What the pipeline tells the preview after each build, and where one begins. */
export interface PreviewState {
	readonly editions: readonly PreviewEdition[];
	readonly diagnostics: readonly Diagnostic[];
	/** There are errors: the editions are the last good ones. */
	readonly faulty: boolean;
	/** Of the last build, in ms. */
	readonly time: number;
	readonly building: boolean;
}

/** What is shown now, and who looks at it. */
export interface Session {
	readonly resources: Resources;
	readonly show: (state: PreviewState) => void;
	readonly listen: () => ReadableStream<Uint8Array>;
	readonly listeners: () => number;
	readonly page: (hash: string) => PageContent | undefined;
	readonly search: (edition: string, query: string) => Found | undefined;
	/** The page on which an element begins. */
	readonly where: (edition: string, id: string) => number | undefined;
	readonly close: () => void;
}

export interface SessionOptions {
	/** Beginning of all addresses, with a slash at its end. */
	readonly base: string;
	/** Link to a place in an editor. */
	readonly linkTo: (found: Diagnostic) => string | undefined;
}

/** More new pages than this are asked for when they are looked at. */
const fewPages = 16;

export function createSession({ base, linkTo }: SessionOptions): Session {
	const contents = rememberContents();
	const resources = createResources(base);
	const listeners = createListeners();
	let shown: readonly PreviewEdition[] = [];
	let views: readonly EditionView[] = [];
	let condition: Condition = { findings: [], faulty: false, building: true, time: 0 };

	const whole = (): Message => ({ kind: 'whole', editions: views, condition });

	const renew = (editions: readonly PreviewEdition[]) => {
		const before = views;
		if (editions !== shown && !isSame(editions, shown)) {
			contents.turn();
			views = editions.map((edition) => viewOf(edition, contents, resources));
			shown = editions;
		} else {
			views = views.map((view) => ({ ...view, images: resources.images(view.id) }));
		}
		const isNew = before.map(({ id }) => id).join() !== views.map(({ id }) => id).join();
		listeners.tell(isNew ? whole() : change(before));
	};

	const change = (before: readonly EditionView[]): Message => {
		const editions = views.flatMap((view, index) => {
			const old = before[index];
			return (old && changeOf(old, view)) ?? [];
		});
		return { kind: 'change', editions, condition, fresh: freshPages(before, editions) };
	};

	/** The new pages of a change, where they are few. */
	const freshPages = (before: readonly EditionView[], editions: readonly EditionChange[]) => {
		const fresh: Record<string, PageContent> = {};
		for (const { id, pages } of editions) {
			if (!pages) continue;
			const gone = before
				.find((view) => view.id === id)
				?.pages.slice(pages.start, pages.start + pages.removed);
			const old = new Set(gone?.map(({ hash }) => hash));
			for (const { hash } of pages.added) {
				const content = old.has(hash) ? undefined : contents.byHash(hash);
				if (!content) continue;
				fresh[hash] = { body: content.body, notes: content.notes };
				if (Object.keys(fresh).length === fewPages) return fresh;
			}
		}
		return fresh;
	};

	const readImages = async () => {
		await Promise.all(views.map(({ id }) => resources.readImages(id)));
		const stale = views.some(({ id, images }) => !isSameRecord(images, resources.images(id)));
		if (stale) renew(shown);
	};

	return {
		resources,
		show: ({ editions, diagnostics, faulty, time, building }) => {
			condition = { findings: diagnostics.map((found) => withLink(found, linkTo)), faulty, time, building };
			renew(editions);
			void readImages();
		},
		listen: () => listeners.open(whole()),
		listeners: listeners.count,
		page: (hash) => {
			const content = contents.byHash(hash);
			return content && { body: content.body, notes: content.notes };
		},
		search: (id, query) => {
			const view = views.find((one) => one.id === id);
			return view && search(view, query, contents);
		},
		where: (id, element) => shown.find((one) => one.id === id)?.book.map.pageOf.get(element),
		close: listeners.close,
	};
}

function withLink(found: Diagnostic, linkTo: SessionOptions['linkTo']): Finding {
	const link = linkTo(found);
	return link === undefined ? found : { ...found, link };
}

/** The pipeline tells of a beginning build with the editions that it handed over before. */
function isSame(a: readonly PreviewEdition[], b: readonly PreviewEdition[]): boolean {
	return a.length === b.length && a.every((edition, index) => edition === b[index]);
}

function isSameRecord(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
