import { type IncomingMessage, request } from 'node:http';
import { onTestFinished } from 'vitest';
import { fillShelf } from '../../scripts/fonts/index.ts';
import type { Page, PaginatedBook, Resource } from '../../scripts/model/index.ts';
import {
	openPreview,
	type Preview,
	type PreviewEdition,
	type PreviewState,
} from '../../scripts/preview/index.ts';
import type { Message } from '../../scripts/preview/page/messages.d.ts';
import { edition, geometry, ownHouse } from '../support/edition.ts';

export function page(index: number, rest: Partial<Page> = {}): Page {
	return {
		index,
		side: index % 2 === 0 ? 'recto' : 'verso',
		matter: 'body',
		label: String(index + 1),
		unit: 'one',
		kind: 'piece',
		lang: 'en',
		body: `<p id="p${index}">Text of page ${index + 1}</p>`,
		notes: '',
		showFolio: true,
		...rest,
	};
}

/** A book of these pages; ids are found on the page where they stand. */
export function bookOf(pages: readonly Page[]): PaginatedBook {
	const pageOf = new Map<string, number>();
	pages.forEach(({ body }, index) => {
		for (const [, id = ''] of body.matchAll(/ id="([^"]+)"/g)) pageOf.set(id, index);
	});
	return {
		pages,
		geometry,
		trim: { width: 210, height: 297 },
		map: { labels: pages.map(({ label }) => label), pageOf },
		units: 1,
		cached: 0,
		laid: 1,
	};
}

export function previewEdition(
	pages: readonly Page[],
	rest: Partial<PreviewEdition> & { readonly resources?: ReadonlyMap<string, Resource> } = {},
): PreviewEdition {
	const { resources = new Map(), ...others } = rest;
	return {
		id: 'en',
		lang: 'en',
		title: 'Report',
		book: bookOf(pages),
		toc: [],
		shelf: { ...fillShelf(edition({}), [], 'p{margin:0}'), resources },
		sheetCss: '.page{position:relative}',
		...others,
	};
}

export function state(editions: readonly PreviewEdition[], rest: Partial<PreviewState> = {}): PreviewState {
	return { editions, diagnostics: [], faulty: false, time: 80, building: false, ...rest };
}

/** A preview on a free port, closed when the test is over. */
export async function startPreview(editor?: string): Promise<Preview> {
	const { templates } = await ownHouse();
	const preview = await openPreview({
		port: 0,
		manuscript: '/books/report',
		templates,
		...(editor === undefined ? {} : { editor }),
	});
	onTestFinished(preview.close);
	return preview;
}

export interface Answer {
	readonly status: number;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
}

/** Asks as no browser would: any path as it is, any header. */
export function ask(
	url: string,
	{ path, ...options }: { path?: string; method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
	const { hostname, port, pathname } = new URL(url);
	return new Promise((done, fail) => {
		const asking = request({ hostname, port, path: path ?? pathname, ...options }, (answer) => {
			let body = '';
			answer.setEncoding('utf8').on('data', (text: string) => {
				body += text;
			});
			answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
		});
		asking.on('error', fail);
		asking.end();
	});
}

/** Listens to the events of a preview; `next` hands them out one by one. */
export function listen({ url }: Preview): {
	readonly next: () => Promise<Message>;
	readonly stop: () => void;
} {
	const messages: Message[] = [];
	const waiting: ((message: Message) => void)[] = [];
	const asking = request(`${url}events`, (answer) => {
		let rest = '';
		answer.setEncoding('utf8').on('data', (text: string) => {
			rest += text;
			const parts = rest.split('\n\n');
			rest = parts.pop() ?? '';
			for (const part of parts) {
				const data = /^data: (.*)$/m.exec(part)?.[1] ?? '';
				const message = JSON.parse(data) as Message;
				const first = waiting.shift();
				if (first) first(message);
				else messages.push(message);
			}
		});
		// It ends with the preview.
		answer.on('error', () => {});
	});
	asking.on('error', () => {});
	asking.end();
	onTestFinished(() => void asking.destroy());
	return {
		next: () => {
			const message = messages.shift();
			return message ? Promise.resolve(message) : new Promise((done) => waiting.push(done));
		},
		stop: () => void asking.destroy(),
	};
}
