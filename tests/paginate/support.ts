import type { Tab, Tabs } from '../../scripts/model/index.ts';
import type { LaidPage, LayoutRequest, LayoutResult } from '../../scripts/paginate/in-page.d.ts';
import { geometry } from '../support/edition.ts';

export function laidPage(text: string, rest: Partial<LaidPage> = {}): LaidPage {
	return {
		body: `<p>${text}</p>`,
		notes: '',
		ids: [],
		text,
		noteText: '',
		overflow: false,
		cut: false,
		...rest,
	};
}

export function laidOut(
	...pages: readonly LaidPage[]
): LayoutResult & { readonly pages: readonly LaidPage[] } {
	return { pages, geometry, laid: pages.length };
}

/** A request as it was sent, and a tab that gives these answers in turn; the last answer serves for ever. */
export interface FakeTab extends Tab {
	readonly requests: readonly LayoutRequest[];
	readonly closings: () => number;
}

export type Answer = LayoutResult | Error | 'hangs';

export function fakeTab(answer: (request: LayoutRequest, nth: number) => Answer | Promise<Answer>): FakeTab {
	const requests: LayoutRequest[] = [];
	let closings = 0;
	const unused = () => Promise.reject(new Error('not asked for'));
	return {
		requests,
		closings: () => closings,
		call: async (name, argument) => {
			if (name !== 'paginate') throw new Error(`no function ${name}`);
			const request = argument as LayoutRequest;
			const given = await answer(request, requests.push(request) - 1);
			if (given instanceof Error) throw given;
			return given === 'hangs' ? await new Promise(() => {}) : given;
		},
		missing: () => [],
		pdf: unused,
		screenshot: unused,
		close: async () => void closings++,
	};
}

/** A pool of such tabs; one whose work fails is not lent again. */
export interface FakeTabs extends Tabs {
	readonly opened: readonly FakeTab[];
}

export function fakeTabs(count: number, answer: Parameters<typeof fakeTab>[0]): FakeTabs {
	const opened: FakeTab[] = [];
	const open = () => {
		const tab = fakeTab(answer);
		opened.push(tab);
		return tab;
	};
	const free = Array.from({ length: count }, open);
	const waiting: ((tab: FakeTab) => void)[] = [];
	return {
		version: 'fake',
		count,
		opened,
		prepare: async () => {},
		use: async (_shelf, work) => {
			let tab = free.pop() ?? (await new Promise<FakeTab>((give) => waiting.push(give)));
			try {
				return await work(tab);
			} catch (error) {
				tab = open();
				throw error;
			} finally {
				const next = waiting.shift();
				if (next) next(tab);
				else free.push(tab);
			}
		},
	};
}

/** The page that holds all the text of a request's body, as a faultless layout would give. */
export function wholePage({ html, notes }: LayoutRequest): ReturnType<typeof laidOut> {
	const plain = (markup: string) => markup.replaceAll(/<[^>]+>/g, '');
	return laidOut(laidPage(plain(html), { noteText: plain(notes.map((note) => note.html).join('')) }));
}
