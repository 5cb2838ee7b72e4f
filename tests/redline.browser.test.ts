import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RequestError } from '../scripts/diagnostics/index.ts';
import type { Artifact } from '../scripts/model/index.ts';
import { build } from '../scripts/pipeline.ts';
import { buildChanges } from '../scripts/redline-book.ts';
import { type Bar, readBars } from './support/change-bars.ts';
import { faultsOfAccessible } from './support/pdf-ua/index.ts';
import { type ReadPdf, readPdf } from './support/read-pdf.ts';
import { isTag, readTags, type TagRead } from './support/read-tags.ts';
import { openRepository, type Repository } from './support/repository.ts';
import { createWorld, manuscripts, type TestWorld } from './support/world.ts';

let repository: Repository;
let folder: string;
let made: TestWorld;

beforeAll(async () => {
	repository = openRepository(await mkdtemp(join(tmpdir(), 'diglot-test-')));
	folder = join(repository.folder, 'book');
	await cp(manuscripts.fixture, folder, { recursive: true });
	repository.commit();
	repository.git('tag', 'before');
	await edit('chapters/risks/values.en.md', [
		['it makes a choice', 'it makes a political choice'],
		['     - spoken language.\n', ''],
		['[^2]: Statisticians call this', '[^2]: Experts in statistics call this'],
		['## Who answers\n', '## Who answers\n\nThis paragraph is wholly new and stands alone.\n'],
	]);
	await edit('chapters/risks/errors.en.md', [
		['| Citation | a paper that does not exist | 35% |\n', ''],
		[
			'| Spelling | “govermnent” | 98% |',
			'| Spelling | “govermnent” | 99% |\n| Grammar | a verb without subject | 70% |',
		],
		['the more it needs a human reader', 'the more it needs an attentive human reader'],
	]);
	await edit('chapters/risks/values.zh.md', [['价值很少写在', '价值从来不写在']]);
	await edit('front/preface.en.md', [['title: ', 'title: Newly Written ']]);
	repository.write('book/images/stages.png', await recolored());
	repository.commit();
	made = await createWorld();
});

afterAll(async () => {
	await made.session.close();
	await rm(repository.folder, { recursive: true });
});

async function edit(file: string, changes: readonly (readonly [from: string, to: string])[]): Promise<void> {
	let text = await readFile(join(folder, file), 'utf8');
	for (const [from, to] of changes) {
		expect(text).toContain(from);
		text = text.replace(from, () => to);
	}
	repository.write(`book/${file}`, text);
}

/** The picture of the fixture book in its other colours. */
async function recolored(): Promise<Uint8Array> {
	const { default: sharp } = await import('sharp');
	return await sharp(join(manuscripts.fixture, 'images/stages.png'))
		.negate({ alpha: false })
		.png()
		.toBuffer();
}

/** The text that tags lead to, without some elements; numbers are those of pages and notes. */
function textOf(tag: TagRead, without: (tag: TagRead) => boolean): string {
	return tag.kids
		.map((kid): string => {
			if (isTag(kid)) return without(kid) ? '' : textOf(kid, without);
			return 'text' in kid ? kid.text : '';
		})
		.join('')
		.normalize('NFC')
		.replaceAll(/[\s\u00ad\u2010\d%-]+/gu, '');
}

const decoration = ({ attributes }: TagRead) => attributes.TextDecorationType?.replace('/', '');

describe('a proof of what changed', () => {
	let proofs: readonly Artifact[];
	let english: Artifact;
	let pdf: ReadPdf;
	let bars: readonly (readonly Bar[])[];

	beforeAll(async () => {
		const outputs = await buildChanges({ manuscript: folder, changesSince: 'before' }, made.world);
		expect(made.report.list().filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(outputs.listings).toEqual([]);
		proofs = outputs.artifacts;
		english = proofs.find(({ edition }) => edition === 'en') as Artifact;
		pdf = await readPdf(english.bytes);
		bars = await readBars(english.bytes);
	});

	test('has a name of its own for each edition', () => {
		expect(proofs.map(({ name, format }) => `${name} ${format}`)).toEqual([
			'fixture-book.zh.changes.pdf changes',
			'fixture-book.en.changes.pdf changes',
		]);
		const short = repository.git('rev-parse', '--short', 'before').trim();
		expect(pdf.info.Title).toBe(`Machines and Measure: Changes since ${short} (March 1, 2024)`);
		const foot = `Changes since ${short} (March 1, 2024)`;
		const lines = pdf.pages
			.map(({ runs }) => runs.map(({ text }) => text).join(''))
			.map((text) => text.includes(foot));
		// Neither the cover nor the blank behind it.
		expect(lines.indexOf(true)).toBe(2);
		expect(lines.filter(Boolean).length).toBeGreaterThan(15);
	});

	test('shows what came and what is gone, and tags say which', async () => {
		const { document, faults } = await readTags(english.bytes);
		expect(faults).toEqual([]);
		const marked = (name: string) =>
			find(document, (tag) => decoration(tag) === name).map((tag) => textOf(tag, () => false));
		expect(marked('Underline')).toEqual(
			expect.arrayContaining([
				'political',
				'Thisparagraphiswhollynewandstandsalone.',
				'Grammar',
				'NewlyWritten',
			]),
		);
		expect(marked('LineThrough')).toEqual(
			expect.arrayContaining(['spokenlanguage.', 'apaperthatdoesnotexist', 'Statisticians']),
		);
		expect(marked('Underline')).not.toContain('Statisticians');
	});

	test('keeps to PDF/UA-1 as far as it can be read from the file', async () => {
		for (const { bytes } of proofs) expect(await faultsOfAccessible(bytes)).toEqual([]);
	});

	test('has every word of the one version and of the other', async () => {
		const [now] = await buildClean('HEAD');
		const [before] = await buildClean('before');
		const proof = (await readTags(english.bytes)).document;
		const own = (tag: TagRead) => tag.type === 'P' && textOf(tag, () => false).startsWith('Changessince');
		const without = (name: string) => textOf(proof, (tag) => own(tag) || decoration(tag) === name);
		expect(without('LineThrough')).toBe(now);
		expect(without('Underline')).toBe(before);
	});

	test('bars stand in the outer margin beside what changed, and nowhere else', () => {
		const sides = new Set<string>();
		for (const [index, { runs }] of pdf.pages.entries()) {
			const side = index % 2 === 0 ? 'recto' : 'verso';
			const text = runs.filter(({ text }) => text.trim() !== '');
			const [left, right] = [
				Math.min(...text.map(({ x }) => x)),
				Math.max(...text.map(({ x, width }) => x + width)),
			];
			for (const bar of bars[index] ?? []) {
				sides.add(side);
				expect(bar.upper).toBeGreaterThan(bar.lower + 4);
				if (side === 'recto') expect(bar.left).toBeGreaterThan(right);
				else expect(bar.right).toBeLessThan(left);
			}
			for (const run of runs.filter(({ text }) => /political|wholly new|attentive|Experts/.test(text))) {
				const middle = run.y + run.size / 3;
				expect(bars[index]?.some(({ lower, upper }) => lower < middle && middle < upper)).toBe(true);
			}
		}
		expect([...sides].sort()).toEqual(['recto', 'verso']);
		const barred = bars.filter((page) => page.length > 0).length;
		expect(barred).toBeLessThan(pdf.pages.length / 2);
	});

	test('an image whose file is another stands beside the one that it was', async () => {
		const { document } = await readTags(english.bytes);
		const alts = find(document, ({ type }) => type === 'Figure').flatMap(({ alt = '' }) => alt);
		expect(alts.filter((alt) => alt.includes('Three blocks'))).toEqual([
			expect.stringMatching(/^Deleted image: Three blocks/),
			expect.stringMatching(/^Inserted image: Three blocks/),
		]);
	});

	async function buildClean(revision: string): Promise<readonly string[]> {
		repository.git('checkout', '--quiet', revision);
		try {
			const request = { manuscript: folder, editions: ['en'], formats: ['screen'] } as const;
			const { artifacts } = await build(request, made.world);
			return await Promise.all(
				artifacts.map(async ({ bytes }) => textOf((await readTags(bytes)).document, () => false)),
			);
		} finally {
			repository.git('checkout', '--quiet', 'main');
		}
	}
});

function find(tag: TagRead, wanted: (tag: TagRead) => boolean): readonly TagRead[] {
	return [...(wanted(tag) ? [tag] : []), ...tag.kids.filter(isTag).flatMap((kid) => find(kid, wanted))];
}

test('where nothing changed the proof says so, and lays nothing out that a build has kept', async () => {
	const { world, report, session } = await createWorld();
	const request = {
		manuscript: folder,
		editions: ['en'],
		formats: ['screen'],
		changesSince: 'HEAD',
	} as const;
	const outputs = await build(request, world)
		.then(async () => await buildChanges(request, world))
		.finally(session.close);
	const [proof] = outputs.artifacts;
	// The title page says what it is.
	expect(proof?.cached).toBe((proof?.units ?? 0) - 1);
	expect(report.list().map(({ rule }) => rule)).toContain('redline-unchanged');
	expect((await readBars(proof?.bytes ?? new Uint8Array())).flat()).toEqual([]);
	const pages = (await readPdf(proof?.bytes ?? new Uint8Array())).pages;
	expect(pages[2]?.runs.map(({ text }) => text).join('')).toContain('Nothing has changed since');
});

test('a piece that is gone is told', async () => {
	await edit('book.yaml', [['  - back/afterword\n', '']]);
	await rm(join(folder, 'back'), { recursive: true });
	const { world, report, session } = await createWorld();
	const request = { manuscript: folder, editions: ['en'], changesSince: 'HEAD' };
	const { artifacts } = await buildChanges(request, world).finally(session.close);
	repository.git('checkout', '--quiet', '.');
	expect(artifacts).toHaveLength(1);
	const told = report.list().filter(({ rule }) => rule.startsWith('redline-'));
	expect(told.map(({ rule, file }) => `${rule} ${file}`)).toEqual(['redline-removed back/afterword.en.md']);
});

test('a character of the old text that no face has is no fault any more', async () => {
	repository.git('checkout', '--quiet', '-b', 'smiling', 'before');
	await edit('front/preface.en.md', [['title: ', 'title: Brief \u{1f600} ']]);
	await edit('chapters/governance/standards.en.md', [['leave time for', 'leave \u{1f600} time for']]);
	repository.commit();
	repository.git('checkout', '--quiet', 'main');
	const { world, report, session } = await createWorld();
	const request = { manuscript: folder, editions: ['en'], changesSince: 'smiling' };
	const { artifacts } = await buildChanges(request, world).finally(session.close);
	expect(report.list().filter(({ severity }) => severity === 'error')).toEqual([]);
	const { pages } = await readPdf(artifacts[0]?.bytes ?? new Uint8Array());
	const text = pages.flatMap(({ runs }) => runs.map((run) => run.text)).join('');
	expect(text.match(/\u3013/g)?.length).toBeGreaterThanOrEqual(2);
});

test('what cannot be a proof is told', async () => {
	const { world, report, session } = await createWorld();
	try {
		await expect(buildChanges({ manuscript: folder, changesSince: 'v9' }, world)).rejects.toThrow(
			RequestError,
		);
		repository.git('checkout', '--quiet', '-b', 'broken', 'before');
		repository.write('book/book.yaml', 'title: [');
		repository.commit();
		repository.git('checkout', '--quiet', 'main');
		const outputs = await buildChanges({ manuscript: folder, changesSince: 'broken' }, world);
		expect(outputs.artifacts).toEqual([]);
		const found = report.list().filter(({ rule }) => rule === 'redline-unreadable');
		expect(found.map(({ message }) => message)).toEqual([
			expect.stringMatching(
				/^The manuscript cannot be read as it was at [0-9a-f]{7} \(2024-03-01\): book\.yaml: /,
			),
		]);
	} finally {
		await session.close();
	}
});
