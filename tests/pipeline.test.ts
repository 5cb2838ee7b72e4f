import { appendFile, cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RequestError } from '../scripts/diagnostics/index.ts';
import { build, check, readBook, type World } from '../scripts/pipeline.ts';
import { temporaryFolder } from './support/folder.ts';
import { sourceFiles } from './support/paragraphs.ts';
import { createWorld, manuscripts } from './support/world.ts';

const fixture = { manuscript: manuscripts.fixture, formats: ['screen', 'epub'] } as const;

/** A world without a browser, and how often one was asked for. */
async function blindWorld() {
	let asked = 0;
	const stages: string[] = [];
	const { world, report } = await createWorld({
		startBrowser: async () => {
			asked++;
			throw new Error('no browser here');
		},
	});
	const blind: World = { ...world, stage: (name) => void stages.push(name) };
	return { world: blind, report, stages, asked: () => asked };
}

/** The fixture book without a word of English. */
async function halfBook(): Promise<string> {
	const folder = join(await temporaryFolder(), 'book');
	await cp(manuscripts.fixture, folder, { recursive: true });
	for (const file of sourceFiles(folder, 'en')) await rm(file);
	return folder;
}

test('an edition without a piece is an error of the book, whether there is a browser or not', async () => {
	const { world, report } = await blindWorld();
	expect(await build({ ...fixture, manuscript: await halfBook() }, world)).toEqual({
		artifacts: [],
		listings: [],
	});
	const errors = report.list().filter((one) => one.severity === 'error');
	expect(errors).toMatchObject([{ rule: 'edition-empty', file: 'book.yaml' }]);
	expect(errors[0]?.message).toContain('"en"');
});

test('the edition that has its pieces can still be read', async () => {
	const { world, report } = await blindWorld();
	const manuscript = await halfBook();
	const book = await readBook({ ...fixture, manuscript, editions: ['zh'] }, world);
	expect(book?.pieces.size).toBe(7);
	expect(report.hasErrors()).toBe(false);
});

test('margins that leave no room for text are found without a browser', async () => {
	const { world, report, asked } = await blindWorld();
	const folder = join(await temporaryFolder(), 'book');
	await cp(manuscripts.fixture, folder, { recursive: true });
	await appendFile(join(folder, 'book.yaml'), '\npage: { trim: A6, margins: { inner: 40 mm } }\n');
	await check({ manuscript: folder }, world);
	expect(report.list().filter((one) => one.severity === 'error')).toMatchObject([
		{ rule: 'page-text-block', file: 'book.yaml', column: 1 },
	]);
	expect(asked()).toBe(0);
});

test('an edition that the book does not have is refused', async () => {
	const { world } = await blindWorld();
	for (const work of [readBook, build]) {
		const refused = work({ ...fixture, editions: ['zh', 'fr'] }, world);
		await expect(refused).rejects.toBeInstanceOf(RequestError);
		await expect(refused).rejects.toThrow('no edition "fr"');
	}
});

test('a manuscript that is not there is reported and nothing is made', async () => {
	const { world, report, stages } = await blindWorld();
	const manuscript = join(await temporaryFolder(), 'none');
	expect(await build({ ...fixture, manuscript }, world)).toEqual({ artifacts: [], listings: [] });
	expect(report.list().map((one) => one.rule)).toEqual(['manuscript-missing']);
	expect(stages).toEqual(['reading']);
});

test('a browser that does not open ends the build with its own error', async () => {
	const { world, stages, asked } = await blindWorld();
	await expect(build({ ...fixture, editions: ['en'] }, world)).rejects.toThrow('no browser here');
	expect(asked()).toBe(1);
	expect(stages).toEqual(['reading', 'en fonts']);
});

test('reading a book asks for no browser', async () => {
	const { world, report, asked } = await blindWorld();
	const book = await readBook(fixture, world);
	expect([...(book?.pieces.keys() ?? [])]).toContain('chapters/risks/values');
	expect(report.list()).toEqual([]);
	expect(asked()).toBe(0);
});

test('looking a book over asks for no browser', async () => {
	const { world, report, asked } = await blindWorld();
	await check(fixture, world);
	expect(report.list()).toEqual([]);
	expect(asked()).toBe(0);
});

test('a browser that did not start is started again by the next build', async () => {
	const { world, asked } = await blindWorld();
	for (const times of [1, 2]) {
		await expect(build({ ...fixture, editions: ['en'] }, world)).rejects.toThrow('no browser here');
		expect(asked()).toBe(times);
	}
});
