import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../scripts/cache/index.ts';
import { type BuildRequest, build, type World } from '../scripts/pipeline.ts';
import type { SessionSettings } from '../scripts/session.ts';
import { navOf, readEpub } from './package/read-epub.ts';
import { temporaryFolder } from './support/folder.ts';
import { openPdf } from './support/make-pdf.ts';
import { createWorld, manuscripts } from './support/world.ts';

/** A real world that writes down what it sees. */
async function watchedWorld(settings: Partial<SessionSettings> = {}) {
	const { world, report, session } = await createWorld(settings);
	onTestFinished(session.close);
	const seen = { steps: [] as string[], stages: [] as string[] };
	const watched: World = {
		...world,
		stage: (name) => void seen.stages.push(name),
		step: (done, all) => void seen.steps.push(`${done}/${all}`),
	};
	return { world: watched, report, session, seen };
}

const english = { manuscript: manuscripts.fixture, editions: ['en'] } as const;

test('the EPUB alone paginates the cover and nothing else', async () => {
	const { world, seen } = await watchedWorld();
	const { artifacts } = await build({ ...english, formats: ['epub'] }, world);
	expect(artifacts.map(({ name, format, pages }) => [name, format, pages])).toEqual([
		['fixture-book.en.epub', 'epub', undefined],
	]);
	expect(seen).toEqual({
		steps: ['1/1'],
		stages: ['reading', 'en fonts', 'en pages', 'en outputs'],
	});
});

test('the EPUB alone has the page list of an earlier build of the PDF, as long as the text is the same', async () => {
	const folder = await temporaryFolder();
	const manuscript = join(folder, 'book');
	await cp(manuscripts.fixture, manuscript, { recursive: true });
	const { world, report, session, seen } = await watchedWorld();
	const store = await openStore({ folder: join(folder, 'cache'), now: Date.now, report: report.add });
	const make = async (...formats: BuildRequest['formats']) => {
		session.beginBuild(report.add);
		const { artifacts } = await build({ manuscript, editions: ['en'], formats }, { ...world, store });
		session.endBuild();
		return artifacts.find((one) => one.format === 'epub')?.bytes ?? new Uint8Array();
	};
	const isListed = (bytes: Uint8Array) => navOf(readEpub(bytes), 'page-list') !== undefined;
	const missing = () => report.list().filter((one) => one.rule === 'epub-page-list-missing');

	expect(isListed(await make('epub'))).toBe(false);
	expect(missing()).toMatchObject([{ severity: 'info', file: 'en' }]);
	const together = await make('screen', 'epub');
	expect(isListed(together)).toBe(true);
	const steps = seen.steps.length;
	const alone = await make('epub');
	expect(Buffer.from(alone).equals(Buffer.from(together))).toBe(true);
	expect(seen.steps.length).toBe(steps);
	expect(missing()).toHaveLength(1);

	const piece = join(manuscript, 'chapters/risks/values.en.md');
	await writeFile(piece, `${await readFile(piece, 'utf8')}\nOne sentence more.\n`);
	expect(isListed(await make('epub'))).toBe(false);
	await store.close();
});

test('inside and cover for a printer come with the edition for screens, from the same pages', async () => {
	const { world, report } = await watchedWorld();
	const digest = { manuscript: manuscripts.digest, editions: ['en'] };
	const { artifacts, listings } = await build({ ...digest, formats: ['print', 'screen'] }, world);
	expect(artifacts.map(({ name, format }) => [name, format])).toEqual([
		['genai-governance.en.print.pdf', 'print'],
		['genai-governance.en.cover.pdf', 'cover'],
		['genai-governance.en.pdf', 'screen'],
	]);
	const [print, cover, screen] = artifacts;
	expect((print?.pages ?? 1) % 4).toBe(0);
	expect((print?.pages ?? 0) - (screen?.pages ?? 0)).toBeLessThan(4);
	expect(cover?.pages).toBe(1);
	expect(listings.map(({ name }) => name)).toContain('SHA256SUMS');
	expect(report.list()).toEqual([]);
});

test('each format comes once, in the order asked for, with its measures', async () => {
	const { world, report, seen } = await watchedWorld();
	const { artifacts } = await build({ ...english, formats: ['epub', 'screen'] }, world);
	expect(artifacts.map(({ name, format, edition }) => [name, format, edition])).toEqual([
		['fixture-book.en.epub', 'epub', 'en'],
		['fixture-book.en.pdf', 'screen', 'en'],
	]);
	expect(artifacts[1]?.pages).toBeGreaterThan(10);
	for (const { time } of artifacts) expect(time).toBeGreaterThan(0);
	expect(report.list()).toEqual([]);
	// Cover, title page, imprint, contents, disclaimer, seven pieces in two parts, directory.
	expect(seen.steps.at(-1)).toBe('15/15');
});

test('an archive edition stands behind its screen edition, and its parts are not printed again', async () => {
	const { world, report } = await watchedWorld();
	const request = { ...english, formats: ['screen'], archive: '3a', linearize: true } as const;
	const { artifacts } = await build(request, world);
	expect(artifacts.map(({ name, format, printed }) => [name, format, printed === 0])).toEqual([
		['fixture-book.en.pdf', 'screen', false],
		['fixture-book.en.archive.pdf', 'archive', true],
	]);
	expect(artifacts[1]?.pages).toBe(artifacts[0]?.pages);
	for (const { bytes } of artifacts) {
		expect(Buffer.from(bytes.subarray(0, 1024)).toString('latin1')).toContain('/Linearized 1');
	}
	const read = await openPdf(artifacts[1]?.bytes ?? new Uint8Array());
	expect(Object.keys((await read.getAttachments()) as object)).toContain('book.yaml');
	expect(report.list()).toEqual([]);
});

test('a unit that is not done in time is an error, nothing comes out', async () => {
	const { world, report, seen } = await watchedWorld();
	const { artifacts } = await build({ ...english, formats: ['screen'] }, { ...world, unitLimit: 1 });
	expect(artifacts).toEqual([]);
	expect(new Set(report.list().map((one) => one.rule))).toEqual(new Set(['unit-timeout']));
	expect(seen.stages.at(-1)).toBe('en pages');
});

test('a style sheet that asks for a file of its own is told so, and nothing comes out', async () => {
	const { world, report } = await watchedWorld();
	const css = `${world.house.styles.get('book.css')}\n.unit { background-image: url(/nowhere.png); }`;
	const house = { ...world.house, styles: new Map([...world.house.styles, ['book.css', css]]) };
	const { artifacts } = await build({ ...english, formats: ['screen'] }, { ...world, house });
	expect(artifacts).toEqual([]);
	expect(report.list().map(({ rule, file }) => [rule, file])).toEqual([['resource-refused', 'en']]);
	expect(report.list()[0]?.message).toContain('/nowhere.png');
});

test('an edition made alone is the same as one made with the others', async () => {
	const alone = await build({ ...english, formats: ['screen'] }, (await watchedWorld()).world);
	const request = { manuscript: manuscripts.fixture, formats: ['screen'] } as const;
	const together = await build(request, (await watchedWorld()).world);
	const other = together.artifacts.find((artifact) => artifact.edition === 'en');
	expect(Buffer.from(alone.artifacts[0]?.bytes ?? []).equals(Buffer.from(other?.bytes ?? []))).toBe(true);
});

test('a book from the cache is the same, byte for byte and finding for finding', async () => {
	const folder = await temporaryFolder();
	const run = async () => {
		const { world, report, seen } = await watchedWorld();
		const store = await openStore({ folder, now: Date.now, report: report.add });
		const { artifacts } = await build({ ...english, formats: ['screen'] }, { ...world, store });
		await store.close();
		expect(seen.steps.at(-1)).toBe('15/15');
		return { pdf: artifacts[0], findings: report.list() };
	};
	const first = await run();
	expect(first.pdf).toMatchObject({ units: 15, cached: 0 });
	const again = await run();
	expect(again.pdf).toMatchObject({ units: 15, cached: 15 });
	expect(again.findings).toEqual(first.findings);
	expect(Buffer.from(again.pdf?.bytes ?? []).equals(Buffer.from(first.pdf?.bytes ?? []))).toBe(true);
});
