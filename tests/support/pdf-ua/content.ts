import { PDFArray, type PDFDict, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib';
import { ContentReader } from '../../../scripts/pdf/content-reader.ts';
import type { Operands } from '../../../scripts/pdf/operands.ts';
import { contentOf } from '../../../scripts/pdf/stream-content.ts';
import { dictAt, dictOf, entry, isStream, itemsOf, nameOf, numberAt } from './objects.ts';

/** Runs of marked content by the key of their owner in the parent tree and their number (ISO 32000-1, 14.7.4). */
export type Runs = Map<number, Set<number>>;

const painting: ReadonlySet<string> = new Set([
	...['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'BI'],
]);

type Mark = 'artifact' | 'run' | 'other';

/** Everything that a page paints is an artifact or belongs to the tree (ISO 14289-1, 7.1); adds its runs. */
export function readContent(page: PDFPage, number: number, runs: Runs): readonly string[] {
	const reader = new RunReader(number, runs);
	const contents = page.node.Contents();
	const streams = contents instanceof PDFArray ? itemsOf(contents) : [contents];
	const bytes = streams.filter(isStream).flatMap((stream) => [contentOf(stream), Buffer.from('\n')]);
	reader.read(Buffer.concat(bytes), dictOf(page.node.Resources()), numberAt(page.node, 'StructParents'));
	return reader.faults;
}

class RunReader {
	readonly faults: string[] = [];
	readonly #page: number;
	readonly #runs: Runs;
	readonly #stack: Mark[] = [];

	constructor(page: number, runs: Runs) {
		this.#page = page;
		this.#runs = runs;
	}

	read(bytes: Uint8Array, resources: PDFDict | undefined, owner: number | undefined): void {
		const depth = this.#stack.length;
		const content = new ContentReader(bytes);
		while (content.next()) {
			const { operator, operands } = content;
			if (operator === 'BMC' || operator === 'BDC') this.#begin(operands, resources, owner);
			else if (operator === 'EMC') this.#end(depth);
			else if (operator === 'Do') this.#draw(operands.name(-1) ?? '', resources);
			else if (painting.has(operator)) this.#paint(operator);
		}
		if (this.#stack.length !== depth) this.#fault('marked content is not ended');
		this.#stack.length = depth;
	}

	#begin(operands: Operands, resources: PDFDict | undefined, owner: number | undefined): void {
		const run = runOf(operands, resources);
		if (operands.name(0) === 'Artifact') {
			if (this.#stack.includes('run')) this.#fault('an artifact lies inside tagged content');
			this.#stack.push('artifact');
		} else if (run === undefined) this.#stack.push('other');
		else {
			if (this.#stack.includes('artifact')) this.#fault('tagged content lies inside an artifact');
			if (owner === undefined) this.#fault(`run ${run} has no owner`);
			else {
				const known = this.#runs.get(owner) ?? new Set();
				if (known.has(run)) this.#fault(`run ${run} comes twice`);
				this.#runs.set(owner, known.add(run));
			}
			this.#stack.push('run');
		}
	}

	#end(depth: number): void {
		if (this.#stack.length === depth) this.#fault('marked content is ended twice');
		else this.#stack.pop();
	}

	#draw(name: string, resources: PDFDict | undefined): void {
		const object = entry(dictAt(resources, 'XObject'), name);
		if (!(object instanceof PDFRawStream)) return;
		if (nameOf(entry(object.dict, 'Subtype')) === 'Image') this.#paint('Do');
		else
			this.read(contentOf(object), dictAt(object.dict, 'Resources'), numberAt(object.dict, 'StructParents'));
	}

	#paint(operator: string): void {
		if (!this.#stack.some((mark) => mark !== 'other')) this.#fault(`${operator} paints what is not marked`);
	}

	#fault(clause: string): void {
		const fault = `page ${this.#page}: ${clause}`;
		if (!this.faults.includes(fault)) this.faults.push(fault);
	}
}

function runOf(operands: Operands, resources: PDFDict | undefined): number | undefined {
	const entries = operands.inside(1);
	for (let key = 0; key < entries.count; key += 2)
		if (entries.name(key) === 'MCID') return entries.number(key + 1);
	const properties = operands.name(1);
	return properties === undefined
		? undefined
		: numberAt(dictAt(dictAt(resources, 'Properties'), properties), 'MCID');
}
