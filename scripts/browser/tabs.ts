import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Resource, Shelf, Tab, Tabs, Workshop } from '../model/index.ts';

export interface TabsSettings {
	/** Names the browser, for cache keys. */
	readonly version: string;
	readonly workshop: Promise<Workshop>;
	/** How many tabs work side by side. */
	readonly count: number;
	/** Code of the stages that runs in each tab, in order. */
	readonly scripts: readonly string[];
}

/** The tabs of a session; whoever opened them closes them before the browser. */
export interface SessionTabs extends Tabs {
	readonly close: () => Promise<void>;
}

const viewport = { width: 1200, height: 1600 };

/** Opens tabs as they are needed; the first ones at once, so that they are ready when there is something to do. */
export async function openTabs(settings: TabsSettings): Promise<SessionTabs> {
	const dressing = await readFile(fileURLToPath(new URL('./dress.js', import.meta.url)), 'utf8');
	return new Pool({ ...settings, scripts: [...settings.scripts, dressing] });
}

/** A tab that may still be opening; in a record, for a promise would wait for it. */
interface Lent {
	readonly tab: Promise<WarmTab>;
}

class Pool implements SessionTabs {
	readonly version: string;
	readonly count: number;
	readonly #settings: TabsSettings;
	readonly #free: Promise<WarmTab>[];
	readonly #waiting: ((lent: Lent) => void)[] = [];
	#closed = false;

	constructor(settings: TabsSettings) {
		this.version = settings.version;
		this.count = settings.count;
		this.#settings = settings;
		this.#free = Array.from({ length: settings.count }, () => this.#open());
	}

	async prepare(shelf: Shelf): Promise<void> {
		await Promise.all(Array.from({ length: this.count }, () => this.use(shelf, async () => {})));
	}

	async use<T>(shelf: Shelf, work: (tab: Tab) => Promise<T>): Promise<T> {
		const lent = await this.#lend();
		const fitting = this.#fit(lent.tab, shelf);
		let next: Promise<WarmTab> | undefined;
		try {
			const tab = await fitting;
			await tab.dress(shelf);
			const result = await work(tab);
			next = fitting;
			return result;
		} catch (error) {
			// A tab in an endless loop answers nothing, not even its closing.
			void fitting.then((tab) => tab.close()).catch(() => {});
			throw error;
		} finally {
			if (!this.#closed) this.#giveBack(next ?? this.#open());
			else void next?.then((tab) => tab.close()).catch(() => {});
		}
	}

	#lend(): Lent | Promise<Lent> {
		const tab = this.#free.pop();
		return tab ? { tab } : new Promise<Lent>((give) => this.#waiting.push(give));
	}

	/**
	 * A document keeps the pictures that it has once seen, and does not ask again for what it was refused: a tab that
	 * knows other pictures is exchanged, and one that asked for something in vain.
	 */
	async #fit(lent: Promise<WarmTab>, shelf: Shelf): Promise<WarmTab> {
		const tab = await lent;
		const knowsOthers = tab.images !== undefined && tab.images !== shelf.imageKey;
		if (!knowsOthers && tab.missing().length === 0) return tab;
		void tab.close().catch(() => {});
		return await this.#open();
	}

	async close(): Promise<void> {
		this.#closed = true;
		await Promise.allSettled(this.#free.map(async (tab) => (await tab).close()));
	}

	#giveBack(tab: Promise<WarmTab>): void {
		const waiting = this.#waiting.shift();
		if (waiting) waiting({ tab });
		else this.#free.push(tab);
	}

	#open(): Promise<WarmTab> {
		const opening = this.#settings.workshop.then((workshop) =>
			WarmTab.open(workshop, this.#settings.scripts),
		);
		// Its failure is seen where the tab is first needed.
		opening.catch(() => {});
		return opening;
	}
}

/** A tab whose document stays, and changes its clothes. */
class WarmTab implements Tab {
	readonly #tab: Tab;
	readonly #resources: Map<string, Resource>;
	#worn: string | undefined;
	/** Key of the pictures that it may have loaded. */
	images: string | undefined;

	private constructor(tab: Tab, resources: Map<string, Resource>) {
		this.#tab = tab;
		this.#resources = resources;
	}

	static async open(workshop: Workshop, scripts: readonly string[]): Promise<WarmTab> {
		const resources = new Map<string, Resource>();
		const html = '<!doctype html><html><head><meta charset="utf-8"></head><body></body></html>';
		return new WarmTab(await workshop.openTab({ html, resources, scripts, viewport }), resources);
	}

	async dress({ key, lang, imageKey, typography, faces, resources }: Shelf): Promise<void> {
		if (this.#worn === key) return;
		this.#worn = undefined;
		// One that was only prepared has seen none.
		if ([...resources.keys()].some((path) => !path.startsWith('/fonts/'))) this.images = imageKey;
		this.#resources.clear();
		for (const [path, resource] of resources) this.#resources.set(path, resource);
		await this.#tab.call('dress', { lang, typography, faces });
		this.#worn = key;
	}

	readonly call: Tab['call'] = (name, argument) => this.#tab.call(name, argument);
	readonly missing: Tab['missing'] = () => this.#tab.missing();
	readonly pdf: Tab['pdf'] = () => this.#tab.pdf();
	readonly screenshot: Tab['screenshot'] = (size, scale) => this.#tab.screenshot(size, scale);
	readonly close: Tab['close'] = () => this.#tab.close();
}
