import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createReport, type Diagnostic } from '../../scripts/diagnostics/index.ts';
import { loadManuscript } from '../../scripts/load/index.ts';
import type { Manuscript } from '../../scripts/model/index.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A temporary folder with these files, gone when the test is over. */
export async function makeFolder(files: Files): Promise<string> {
	const dir = await mkdtemp(join(tmpdir(), 'diglot-load-'));
	onTestFinished(() => rm(dir, { recursive: true, force: true }));
	for (const [name, content] of Object.entries(files)) {
		await mkdir(dirname(join(dir, name)), { recursive: true });
		await writeFile(join(dir, name), content);
	}
	return dir;
}

export interface Loaded {
	readonly manuscript: Manuscript | undefined;
	readonly found: readonly Diagnostic[];
	/** `file:line:column rule`, of every finding. */
	readonly places: readonly string[];
}

export async function loadFolder(dir: string): Promise<Loaded> {
	const report = createReport();
	const manuscript = await loadManuscript(dir, report.add);
	const found = report.list();
	return {
		manuscript,
		found,
		places: found.map((one) => `${one.file}:${one.line}:${one.column} ${one.rule}`),
	};
}

export async function load(files: Files): Promise<Loaded> {
	return loadFolder(await makeFolder(files));
}

/** A sound book of one language and one piece, to lay files over. */
export const smallBook = {
	'book.yaml': 'title: 小书\ndate: 2024\nlanguages: [zh]\ncontents: [a]\n',
	'a.zh.md': '---\ntitle: 甲\n---\n\n正文。\n',
} as const;

/** The same with other keys in book.yaml. */
export function bookWith(lines: string): Files {
	return { ...smallBook, 'book.yaml': `${smallBook['book.yaml']}${lines}\n` };
}
