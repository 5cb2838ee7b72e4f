import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { createMemo } from '../../scripts/cache/memo.ts';
import { compileBook } from '../../scripts/compile/index.ts';
import { compose } from '../../scripts/compose/index.ts';
import { createReport, type Diagnostic } from '../../scripts/diagnostics/index.ts';
import { loadManuscript } from '../../scripts/load/index.ts';
import type { Asset, Book, Edition, House, Memo } from '../../scripts/model/index.ts';
import { editionIn } from './edition-choice.ts';
import { temporaryFolder } from './folder.ts';
import { manuscripts } from './world.ts';

/** What the stages without a browser make of a manuscript. */
export interface Made {
	readonly book: Book | undefined;
	readonly editions: readonly Edition[];
	readonly found: readonly Diagnostic[];
}

/** A copy of the fixture book that is edited and built again and again in one session. */
export interface Session {
	readonly folder: string;
	/** Changes a text of a file; the old one must stand in it. */
	readonly edit: (file: string, from: string, to: string) => Promise<void>;
	/** Builds with what earlier builds left, and holds the result against a build from nothing. */
	readonly build: (house: House) => Promise<Made>;
	/** Units that the last build made anew, by id. */
	readonly fresh: () => readonly string[];
}

export async function openSession(): Promise<Session> {
	const folder = join(await temporaryFolder(), 'book');
	await cp(manuscripts.fixture, folder, { recursive: true });
	const session = createMemo();
	const memo = freezing(session);
	let [before, last]: (Made | undefined)[] = [];
	return {
		folder,
		async edit(file, from, to) {
			const text = await readFile(join(folder, file), 'utf8');
			expect(text).toContain(from);
			await writeFile(
				join(folder, file),
				text.replace(from, () => to),
			);
		},
		async build(house) {
			const warm = await make(folder, house, memo);
			session.endBuild();
			const cold = await make(folder, house);
			const [one, other] = [withoutReaders(warm), withoutReaders(cold)];
			if (!isDeepStrictEqual(one, other)) expect(one).toStrictEqual(other);
			[before, last] = [last, warm];
			return warm;
		},
		fresh() {
			const old = new Set(before?.editions.flatMap((edition) => edition.units));
			const units = last?.editions.flatMap((edition) => edition.units) ?? [];
			return units.filter((unit) => !old.has(unit)).map((unit) => unit.id);
		},
	};
}

async function make(folder: string, house: House, memo?: Memo): Promise<Made> {
	const { add: report, list } = createReport();
	const kept = memo ? { memo } : {};
	const manuscript = await loadManuscript(folder, report, kept);
	if (!manuscript) return { book: undefined, editions: [], found: list() };
	const { languages } = manuscript.config;
	const book = compileBook(manuscript, languages, report, kept);
	const editions: Edition[] = [];
	for (const lang of languages)
		editions.push(await compose(book, house, { choice: editionIn(lang), report, ...kept }));
	return { book, editions, found: list() };
}

/** Two functions are never equal, and every image has one. */
function withoutReaders({ book, editions, found }: Made): unknown {
	const plain = (images: ReadonlyMap<string, Asset>) =>
		[...images].map(([path, { read: _read, ...asset }]) => [path, asset]);
	return {
		book: book && { ...book, images: plain(book.images) },
		editions: editions.map((edition) => ({ ...edition, images: plain(edition.images) })),
		found,
	};
}

/** A memory whose values nobody can change. */
function freezing(memo: Memo): Memo {
	return { ...memo, recall: (room, key, make) => memo.recall(room, key, () => deepFreeze(make())) };
}

/** Freezes a value and all that it holds; classes and functions are left alone. */
export function deepFreeze<T>(value: T): T {
	if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
	if (value instanceof Map) for (const one of value.values()) deepFreeze(one);
	if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return value;
	Object.freeze(value);
	for (const one of Object.values(value)) deepFreeze(one);
	return value;
}
