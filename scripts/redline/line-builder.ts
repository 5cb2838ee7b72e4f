import type { Element, ElementContent } from 'hast';
import { bareContent, markElement, markThing } from './marked.ts';
import type { Mark, Marker } from './marker.ts';
import type { Token } from './tokens.ts';

/** An element of a line that is open, and the one that it is a copy of. */
interface Open {
	readonly source: Element;
	readonly copy: Element;
}

/**
 * Builds a line of tokens that stay, came or are gone. The marks stand right round the words, inside of all other
 * elements: so no link and no emphasis of the text as it is now has to be cut in two.
 */
export class LineBuilder {
	readonly #marker: Marker;
	readonly #root: ElementContent[] = [];
	readonly #open: Open[] = [];
	/** What was added last, where words may be added to it. */
	#last: { readonly mark: Mark | undefined; readonly element: Element | undefined } | undefined;

	constructor(marker: Marker) {
		this.#marker = marker;
	}

	/** @param around the elements that it stands in, where these are not its own */
	add(token: Token, mark?: Mark, around: readonly Element[] = token.around): void {
		this.#enter(around);
		const content = mark === 'deleted' ? bareContent(token.node) : token.node;
		if (token.node.type === 'element') {
			this.#put(mark ? markThing(token.node, mark, this.#marker) : [token.node]);
			this.#last = undefined;
		} else if (content.type === 'text') this.#addText(content.value, token.node.position, mark);
	}

	/** A place where two blocks came together, or one was cut in two: nothing to read. */
	addBreak(mark: Mark): void {
		this.#enter([]);
		const sign = markElement(mark, []);
		this.#put([{ ...sign, properties: { className: ['change', 'change-break'] } }]);
		this.#last = undefined;
	}

	finish(): ElementContent[] {
		return this.#root;
	}

	#addText(value: string, position: Element['position'], mark: Mark | undefined): void {
		if (this.#last?.mark !== mark || !this.#last) {
			const element = mark && markElement(mark, []);
			if (element) this.#put([element]);
			this.#last = { mark, element };
		}
		const children = this.#last.element?.children ?? this.#children();
		const before = children.at(-1);
		if (before?.type === 'text') before.value += value;
		else children.push({ type: 'text', value, ...(position && mark !== 'deleted' ? { position } : {}) });
	}

	#put(nodes: readonly ElementContent[]): void {
		this.#children().push(...nodes);
	}

	#children(): ElementContent[] {
		return this.#open.at(-1)?.copy.children ?? this.#root;
	}

	#enter(around: readonly Element[]): void {
		const isOpen = (source: Element, depth: number) => this.#open[depth]?.source === source;
		const parting = around.findIndex((source, depth) => !isOpen(source, depth));
		const kept = parting < 0 ? around.length : parting;
		if (kept === this.#open.length && kept === around.length) return;
		this.#open.length = kept;
		this.#last = undefined;
		for (const source of around.slice(kept)) {
			const copy: Element = { ...source, properties: { ...source.properties }, children: [] };
			this.#put([copy]);
			this.#open.push({ source, copy });
		}
	}
}
