import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { runCommand } from './command.ts';
import { temporaryFolder } from './folder.ts';
import { manuscripts } from './world.ts';

/** What a build made, as its report tells. */
export interface Count {
	/** Units laid out. */
	readonly units: number;
	/** Units of the edition. */
	readonly all: number;
	/** Parts printed. */
	readonly parts: number;
	readonly pages: number;
	readonly notices: readonly string[];
}

/**
 * A copy of the fixture book with a cache of its own, of which one edition is built after each edit; `choice` is what
 * book.yaml says of one that the fixture does not have.
 */
export async function openBook(edition = 'en', choice?: string) {
	const folder = await temporaryFolder();
	const manuscript = join(folder, 'book');
	const [cache, out, cold] = [join(folder, 'cache'), join(folder, 'out'), join(folder, 'cold')];
	await cp(manuscripts.fixture, manuscript, { recursive: true });
	if (choice !== undefined) {
		const config = join(manuscript, 'book.yaml');
		const text = await readFile(config, 'utf8');
		expect(text).toContain('\neditions:\n');
		await writeFile(config, text.replace('\neditions:\n', `\neditions:\n  ${edition}: ${choice}\n`));
	}
	const run = async (into: string, ...more: readonly string[]): Promise<Count> => {
		const args = [
			'build',
			'--manuscript',
			manuscript,
			'--out',
			into,
			'--edition',
			edition,
			'--format',
			'screen',
		];
		const { code, stdout, stderr } = await runCommand([...args, '--json', ...more]);
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
		const { pagination, printing, diagnostics } = JSON.parse(stdout);
		return {
			units: pagination.units - pagination.cached,
			all: pagination.units,
			parts: printing.parts - printing.cached,
			pages: pagination.pages,
			notices: diagnostics.map(({ rule }: { rule: string }) => rule),
		};
	};
	const read = (from: string) => readFile(join(from, `fixture-book.${edition}.pdf`));
	return {
		cache,
		/** Exchanges the first place of a text in a file. */
		edit: async (file: string, from: string, to: string) => {
			const path = join(manuscript, file);
			const text = await readFile(path, 'utf8');
			expect(text).toContain(from);
			await writeFile(path, text.replace(from, to));
		},
		build: () => run(out, '--cache', cache),
		/** Whether the last build's PDF is, byte for byte, what a build from nothing makes. */
		equalsCold: async () => {
			const count = await run(cold, '--no-cache');
			expect(count.units).toBe(count.all);
			return Buffer.compare(await read(out), await read(cold)) === 0;
		},
	};
}
