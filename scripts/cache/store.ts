import { createHash } from 'node:crypto';
import {
	appendFileSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Reporter } from '../diagnostics/index.ts';
import type { Store } from '../model/index.ts';
import { indexFile } from './places.ts';
import { prune } from './prune.ts';
import { createTurns } from './turns.ts';

export interface StoreOptions {
	/** Made when something is written for the first time. */
	readonly folder: string;
	/** Most bytes on disk; what was used longest ago goes first. */
	readonly limit?: number;
	/** A clock in ms since 1970, by which one run tells what another used. */
	readonly now: () => number;
	/** Told at most once that something was damaged, and once that nothing can be written. */
	readonly report: Reporter;
}

export interface OpenStore extends Store {
	/** Waits for what is still being written, and makes room where the store has grown too large. Never fails. */
	readonly close: () => Promise<void>;
}

/** Holds nothing. */
export const noStore: OpenStore = {
	get: async () => undefined,
	put: async () => {},
	close: async () => {},
};

const usualLimit = 512 * 1024 * 1024;

/** How many entries are read side by side: each keeps a file open. */
const readers = 32;

/** How many entries are written side by side: more would take the disk from the work itself. */
const writers = 2;

/** What an entry's index file adds to its size, in bytes. */
const indexSize = 300;

/** File with the bytes that the folder holds, as a sum of lines, so that not every run has to look. */
const tally = 'size';

class Damaged extends Error {}

/**
 * A store on disk. Each entry is read with its digest and the name it was written under: what is damaged or
 * foreign is dropped and counts as not there. Several runs may share a folder.
 */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
	const { folder, now, report } = options;
	const limit = options.limit ?? usualLimit;
	const { default: cacache } = await import('cacache');
	const told = new Set<string>();
	const used = new Map<string, number>();
	const readInTurn = createTurns(readers);
	const writeInTurn = createTurns(writers);
	const writing = new Set<Promise<void>>();
	let written = 0;
	let writable = true;

	const tell = (rule: 'cache-damaged' | 'cache-unwritable', message: string) => {
		if (told.has(rule)) return;
		told.add(rule);
		report(rule, message, folder);
	};

	const find = async (name: string) => {
		const found = await cacache.get.info(folder, name);
		if (found) return found;
		const size = statSync(indexFile(folder, name), { throwIfNoEntry: false })?.size ?? 0;
		if (size === 0) return undefined;
		// Another run may have written it just now.
		const again = await cacache.get.info(folder, name);
		if (!again) throw new Damaged();
		return again;
	};

	const read = async (name: string): Promise<Uint8Array | undefined> => {
		const entry = await find(name);
		if (!entry) return undefined;
		const { integrity, path, size } = entry as typeof entry & { readonly size: number };
		try {
			const whole = await cacache.get.byDigest(folder, integrity, { memoize: false, size });
			const head = headOf(name);
			if (!whole.subarray(0, head.length).equals(head)) throw new Damaged();
			for (const file of [path, indexFile(folder, name)]) used.set(file, now());
			return whole.subarray(head.length);
		} catch (error) {
			// It would stand in the way of a sound one.
			if (!isMissing(error)) remove(path);
			throw error;
		}
	};

	const write = async (name: string, bytes: Uint8Array): Promise<void> => {
		const whole = Buffer.concat([headOf(name), bytes]);
		if (!writable || whole.length > limit) return;
		const put = () => cacache.put(folder, name, whole, { algorithms: ['sha256'] });
		try {
			// Another run that prunes may take the folder away from under the first try.
			await put().catch(put);
			written += whole.length + indexSize;
		} catch (error) {
			writable = false;
			tell('cache-unwritable', `Nothing more is kept: ${messageOf(error)}.`);
		}
	};

	return {
		async get(room, key) {
			const name = nameOf(room, key);
			try {
				return await readInTurn(() => read(name));
			} catch (error) {
				if (isMissing(error)) return undefined;
				remove(indexFile(folder, name));
				tell('cache-damaged', 'A damaged entry was found and is made anew.');
				return undefined;
			}
		},
		put(room, key, bytes) {
			const done = writeInTurn(() => write(nameOf(room, key), bytes));
			writing.add(done);
			return done.finally(() => writing.delete(done));
		},
		async close() {
			await Promise.all(writing);
			for (const [file, time] of used) touch(file, time);
			used.clear();
			if (written > 0) settle(folder, written, limit, now());
			written = 0;
		},
	};
}

function nameOf(room: string, key: string): string {
	return `${room}/${key}`;
}

/** What an entry begins with: whose it is, its format, and which name it was written under. */
function headOf(name: string): Buffer {
	return Buffer.from(`diglot 1 ${createHash('sha256').update(name).digest('hex')}\n`);
}

/** Adds to the tally, and prunes where it passes the limit or cannot be read. */
function settle(folder: string, written: number, limit: number, now: number): void {
	const file = join(folder, tally);
	try {
		const known = statSync(file, { throwIfNoEntry: false }) !== undefined;
		appendFileSync(file, `${written}\n`);
		const size = readFileSync(file, 'utf8')
			.trim()
			.split('\n')
			.reduce((sum, line) => sum + (/^\d+$/.test(line) ? Number(line) : Number.NaN), 0);
		if (known && size <= limit) return;
		const draft = `${file}.${process.pid}`;
		writeFileSync(draft, `${prune(folder, limit, now)}\n`);
		renameSync(draft, file);
	} catch {
		// The next run looks again.
	}
}

function touch(file: string, ms: number): void {
	try {
		utimesSync(file, ms / 1000, ms / 1000);
	} catch {
		// Pruned meanwhile, or not ours to touch.
	}
}

function remove(path: string): void {
	try {
		rmSync(path, { recursive: true, force: true });
	} catch {
		// It stays where it is, and is found damaged again.
	}
}

/** Another run has pruned it, there is no such folder, or no more files can be opened: that is no damage. */
function isMissing(error: unknown): boolean {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EMFILE' || code === 'ENFILE';
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
