import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadHouse } from '../scripts/load/index.ts';
import { openSession, type Session } from './support/session.ts';
import { root } from './support/world.ts';

const house = await loadHouse(root);

const files = [
	...['book.yaml', 'contributors.yaml', 'images/errors.zh.svg'],
	...['front/preface.zh.md', 'front/introduction.zh.md', 'front/introduction.en.md'],
	...['chapters/risks/values.zh.md', 'chapters/risks/values.en.md', 'chapters/risks/errors.zh.md'],
	...[
		'chapters/governance/institutions.zh.md',
		'chapters/governance/standards.en.md',
		'back/afterword.en.md',
	],
];

// What authors write, whole or half, and what reaches into other pieces.
const scraps = [
	...[
		'字',
		' word',
		'\n',
		'\n\n',
		'## 新节\n\n',
		'[^1]',
		'[^9]: 注。\n\n',
		'\n[^1]: note\n',
		'---\n',
		'<b>',
		'<div>',
	],
	...[
		'[去](values.md)',
		'[top](/chapters/risks/values.md#价值从何而来)',
		'[x](../risks/values.zh.md#谁来回答)',
	],
	...[
		'![图](../../images/stages.png)',
		'![](images/none.png)',
		'<p id="place">x</p>',
		'authors: [chen-mo]\n',
	],
	...[
		'short-title: 短\n',
		'  - chapters/risks/values\n',
		'  - back/afterword\n',
		'    ',
		'"',
		']]>',
		'\u0001',
		'&#1;',
	],
];

interface Step {
	readonly kind: 'insert' | 'cut' | 'double' | 'restore';
	readonly file: string;
	/** Where in the file, from 0 to 1. */
	readonly at: number;
	readonly length: number;
	readonly scrap: string;
}

const step: fc.Arbitrary<Step> = fc.record({
	kind: fc.constantFrom('insert', 'insert', 'insert', 'cut', 'double', 'restore'),
	file: fc.constantFrom(...files),
	at: fc.double({ min: 0, max: 1, noNaN: true }),
	length: fc.nat(40),
	scrap: fc.constantFrom(...scraps),
});

async function take({ folder }: Session, originals: ReadonlyMap<string, string>, one: Step): Promise<void> {
	const path = join(folder, one.file);
	const text = await readFile(path, 'utf8');
	const at = Math.floor(one.at * text.length);
	const part = text.slice(at, at + one.length);
	const changed = {
		insert: () => text.slice(0, at) + one.scrap + text.slice(at),
		cut: () => text.slice(0, at) + text.slice(at + one.length),
		double: () => text.slice(0, at) + part + text.slice(at),
		restore: () => originals.get(one.file) ?? '',
	}[one.kind]();
	await writeFile(path, changed);
}

test('after any edits a build in a session is as one from nothing', { timeout: 120_000 }, async () => {
	const session = await openSession();
	const read = (file: string) => readFile(join(session.folder, file), 'utf8');
	const originals = new Map(await Promise.all(files.map(async (file) => [file, await read(file)] as const)));
	await session.build(house);
	const books = new Set<boolean>();
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (steps) => {
			for (const [file, text] of originals) await writeFile(join(session.folder, file), text);
			for (const one of steps) {
				await take(session, originals, one);
				books.add((await session.build(house)).book !== undefined);
			}
		}),
		{ numRuns: 8 },
	);
	expect(books).toContain(true);
});
