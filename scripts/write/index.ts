import { randomUUID } from 'node:crypto';
import { lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Listing } from '../model/index.ts';

/**
 * Writes finished outputs into a folder, each whole or not at all: first under another name beside its place,
 * then renamed. Only when every one is safely on disk does the first take its place.
 * @throws Error, the file system's own or one that names the folder; what stood in the folder before stands there still
 */
export async function writeFiles(folder: string, files: readonly Listing[]): Promise<readonly string[]> {
	await makeFolder(folder);
	const run = randomUUID().slice(0, 8);
	const moves = files.map((file) => ({
		file,
		draft: join(folder, `.${file.name}.${run}`),
		target: join(folder, file.name),
	}));
	try {
		for (const { file, draft } of moves) await writeThrough(draft, file.bytes);
		for (const { target } of moves) await refuseFolder(target);
		for (const { draft, target } of moves) await rename(draft, target);
	} catch (error) {
		await Promise.all(moves.map(({ draft }) => rm(draft, { force: true })));
		throw error;
	}
	return moves.map(({ target }) => target);
}

async function makeFolder(folder: string): Promise<void> {
	try {
		await mkdir(folder, { recursive: true });
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(`Cannot make the output folder ${folder}: ${reason}`, { cause: error });
	}
}

/** A rename must not overtake the bytes: they are on the disk before it happens. */
async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
	const handle = await open(file, 'wx');
	try {
		await handle.writeFile(bytes);
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** A folder is the one thing that a rename cannot replace: found out while every old file still stands. */
async function refuseFolder(target: string): Promise<void> {
	const stats = await lstat(target).catch(() => undefined);
	if (stats?.isDirectory()) throw new Error(`${target} is a folder: move it away.`);
}
