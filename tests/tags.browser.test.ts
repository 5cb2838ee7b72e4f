import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Unit } from '../scripts/model/index.ts';
import type { World } from '../scripts/pipeline.ts';
import { type Galley, layBilingual, layEdition, layManuscript, printJoined } from './support/both-prints.ts';
import { hardBook } from './support/hard-book.ts';
import { longBook } from './support/long-book.ts';
import { lookAtPdf } from './support/look-at-pdf.ts';
import { bare } from './support/read-pdf.ts';
import { allTags, contentsOf, isTag, readTags, type TagRead, type TreeRead } from './support/read-tags.ts';
import {
	type Block,
	blocksOf,
	foreignLangs,
	type LangRun,
	langRuns,
	notesOf,
	pictured,
} from './support/source-blocks.ts';
import { repeatedHead, splitBook } from './support/split-book.ts';
import { createWorld, manuscripts, type TestWorld } from './support/world.ts';

interface Sample {
	readonly lay: (world: World) => Promise<Galley>;
	/** Elements of the source that a page break splits somewhere in it. */
	readonly splits: readonly string[];
}

const samples: Readonly<Record<string, Sample>> = {
	'fixture in Chinese': { lay: (world) => layManuscript(manuscripts.fixture, 'zh', world), splits: [] },
	'fixture in English': { lay: (world) => layManuscript(manuscripts.fixture, 'en', world), splits: [] },
	'fixture on facing pages': {
		lay: (world) => layBilingual(manuscripts.fixture, 'facing', world),
		splits: [],
	},
	'fixture in columns': {
		lay: (world) => layBilingual(manuscripts.fixture, 'columns', world),
		splits: [],
	},
	'fixture paragraph by paragraph': {
		lay: (world) => layBilingual(manuscripts.fixture, 'blocks', world),
		splits: [],
	},
	'digest on facing pages': {
		lay: (world) => layBilingual(manuscripts.digest, 'facing', world),
		splits: ['p'],
	},
	'book of all that is hard to set': {
		lay: async (world) => {
			const folder = await mkdtemp(join(tmpdir(), 'hard-book-'));
			try {
				return await layManuscript(await hardBook(folder), 'zh', world);
			} finally {
				await rm(folder, { recursive: true });
			}
		},
		splits: [],
	},
	'book with a long unit': { lay: async (world) => await layEdition(await longBook(), world), splits: ['p'] },
	'book that page breaks split everywhere': {
		lay: async (world) => await layEdition(splitBook(), world),
		splits: ['p', 'li', 'ul', 'ol', 'dl', 'dd', 'td', 'table', 'tr', 'blockquote', 'note'],
	},
};

for (const [name, sample] of Object.entries(samples)) {
	describe(`the structure tree of the ${name}`, () => {
		let made: TestWorld;
		let galley: Galley;
		let bytes: Uint8Array;
		let tree: TreeRead;
		/** The units that show anything, each with its section. */
		let sections: readonly (readonly [Unit, TagRead])[];

		const labelOf = (id: string) => {
			const { pageOf, labels } = galley.book.map;
			return labels[pageOf.get(id) ?? -1] ?? '';
		};

		beforeAll(async () => {
			made = await createWorld();
			galley = await sample.lay(made.world);
			({ bytes } = await printJoined(galley, made.world));
			tree = await readTags(bytes);
			const units = galley.edition.units.filter(({ body }) => says(body));
			const tags = tree.document.kids.filter(isTag);
			sections = units.map((unit, index) => [unit, tags[index] as TagRead]);
		});

		afterAll(() => made.session.close());

		/** Whether anything of a tree is to be read. */
		const says = (body: Unit['body']) => langRuns(body, '', labelOf).some(({ text }) => bare(text) !== '');

		test('owns all that is painted and is no artifact, and says so both ways', () => {
			expect(tree.faults).toEqual([]);
		});

		test('has a section for each unit, in its language', () => {
			const tags = tree.document.kids.filter(isTag);
			expect(tags.map(({ type, lang }) => [type, lang])).toEqual(
				sections.map(([{ lang }]) => ['Sect', lang]),
			);
			expect(tags).toHaveLength(tree.document.kids.length);
		});

		test('has one element for each block of the text, whole and in order, whether or not a page ends in it', () => {
			const splits = new Set<string>();
			for (const [unit, section] of sections) {
				for (const [source, tag] of findBlocks(blocksOf(unit.body, labelOf), section, unit.id)) {
					if (pagesOf(tag).size > 1) splits.add(source);
				}
			}
			for (const tag of allTags(tree.document))
				if (tag.type === 'Note' && pagesOf(tag).size > 1) splits.add('note');
			expect(sample.splits.filter((source) => !splits.has(source))).toEqual([]);
		});

		test('says every word once, each in its language', () => {
			for (const [unit, section] of sections) {
				const said = mergeRuns(readRuns(section).filter(({ note }) => !note));
				expect(said, unit.id).toEqual(mergeRuns(langRuns(unit.body, unit.lang, labelOf)));
			}
		});

		test('has one note for each, whole and in order, with a name of its own', () => {
			const names: (string | undefined)[] = [];
			for (const [unit, section] of sections) {
				const notes = allTags(section).filter(({ type }) => type === 'Note');
				const expected = notesOf(unit, labelOf);
				expect(notes.map((note) => textsOf(note).at(-1))).toEqual(expected.map(({ text }) => bare(text)));
				expected.forEach(({ blocks }, index) => {
					const inside = notes[index] ? allTags(notes[index]).map((tag) => [tag.type, ...textsOf(tag)]) : [];
					for (const { types, text } of blocks) {
						const isThere = inside.some(
							([type = '', ...texts]) =>
								types.includes(type) && texts.some((one) => one.endsWith(bare(text))),
						);
						expect(isThere, `${unit.id}: ${text}`).toBe(true);
					}
				});
				for (const note of notes) {
					expect(allTags(note).filter(({ type }) => type === 'Lbl')[0], unit.id).toBeDefined();
					names.push(note.id);
				}
			}
			expect(new Set(names).size).toBe(names.length);
			expect(tree.ids).toEqual(new Map(names.map((id) => [id, id])));
		});

		test('says of which languages foreign words are', () => {
			const expected = new Set(sections.flatMap(([{ body, lang }]) => [lang, ...foreignLangs(body, lang)]));
			const said = new Set(allTags(tree.document).flatMap(({ ownLang }) => ownLang ?? []));
			for (const lang of said) expect(lang).not.toContain('-x-');
			expect([...said].sort()).toEqual([...new Set([...expected, galley.edition.languages[0]])].sort());
		});

		test('has links with a name, which are links in the tree', async () => {
			const links = allTags(tree.document).flatMap((tag) =>
				tag.kids.flatMap((kid) => ('link' in kid ? [[tag, kid] as const] : [])),
			);
			for (const [tag, { page, contents }] of links) {
				expect(tag.type, `page ${page}`).toBe('Link');
				expect(contents.trim(), `page ${page}`).not.toBe('');
			}
			const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
			const annotations = pdf.getPages().flatMap(({ node }) => node.Annots()?.asArray() ?? []);
			expect(links).toHaveLength(annotations.length);
			for (const { node } of pdf.getPages()) {
				if (node.Annots()) expect(node.get(PDFName.of('Tabs'))).toBe(PDFName.of('S'));
			}
		});

		test('says of each head what it is the head of, and of each picture what it shows and where', async () => {
			const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
			const { width, height } = pdf.getPage(0).getSize();
			for (const tag of allTags(tree.document)) {
				if (tag.type === 'TH') expect(tag.attributes.Scope).toMatch(/^\/(?:Row|Column|Both)$/);
				if (tag.type !== 'Figure' && tag.type !== 'Formula') continue;
				expect(tag.alt).toBeTruthy();
				const [left = -1, lower = -1, right = 0, upper = 0] =
					tag.attributes.BBox?.match(/[-\d.]+/g)?.map(Number) ?? [];
				expect(Math.min(left, lower)).toBeGreaterThanOrEqual(0);
				expect(right).toBeGreaterThan(left);
				expect(upper).toBeGreaterThan(lower);
				expect(right <= width && upper <= height).toBe(true);
			}
		});

		test('nests its types as the standard has it', () => {
			expect(allTags(tree.document).flatMap((tag) => misplaced(tag))).toEqual([]);
		});

		test('knows no type that the reader does not, or says what it stands for', async () => {
			const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
			const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
			const roles = root.lookup(PDFName.of('RoleMap'), PDFDict);
			for (const type of new Set(allTags(tree.document).map((tag) => tag.type))) {
				const role = roles.get(PDFName.of(type));
				if (!standard.has(type)) expect(standard.has(String(role).slice(1)), type).toBe(true);
			}
			expect(root.lookup(PDFName.of('ParentTreeNextKey'))).toBeInstanceOf(PDFNumber);
		});
	});
}

test('a head that a table repeats overleaf is read once', async () => {
	const made = await createWorld();
	onTestFinished(made.session.close);
	const { bytes } = await printJoined(await layEdition(splitBook(), made.world), made.world);
	const shown = (await lookAtPdf(bytes))
		.flatMap(({ text }) => text)
		.filter((run) => run.startsWith(repeatedHead));
	expect(shown.length).toBeGreaterThan(1);
	const { document } = await readTags(bytes);
	const heads = allTags(document).filter(
		(tag) => tag.type === 'TH' && textsOf(tag).includes(bare(repeatedHead)),
	);
	expect(heads.map(({ attributes }) => attributes.Scope)).toEqual(['/Column']);
});

/** Finds each block in the tree, behind the one before. */
function findBlocks(
	blocks: readonly Block[],
	section: TagRead,
	unit: string,
): readonly (readonly [string, TagRead])[] {
	const flow = allTags(section, 'Note').map((tag) => [tag, textsOf(tag)] as const);
	let at = 0;
	return blocks.map(({ source, types, text, kids: count, label }) => {
		const name = `${unit}: ${source} "${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`;
		const found = flow.findIndex(
			([tag, texts], index) => index >= at && types.includes(tag.type) && texts.includes(bare(text)),
		);
		const [tag] = flow[found] ?? [];
		if (!tag) throw new Error(`There is no ${name}`);
		at = found + 1;
		if (count !== undefined) expect(tag.kids.length, name).toBe(count);
		if (label !== undefined) expect(labelOfItem(tag), name).toBe(label);
		return [source, tag];
	});
}

/** Structure types of PDF 1.7 (ISO 32000-1, 14.8.4) that a book needs. */
const standard: ReadonlySet<string> = new Set(
	'Document Sect BlockQuote Caption TOC TOCI P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD Span Note Reference Code Link Figure Formula Ruby RB RT'.split(
		' ',
	),
);

/** What an element may stand in (ISO 32000-1, 14.8.4.3; ISO 14289-1, 7.5 and 7.6), by type; and what may stand in it. */
const parents: Readonly<Record<string, readonly string[]>> = {
	LI: ['L'],
	LBody: ['LI'],
	TOCI: ['TOC'],
	TR: ['Table'],
	TH: ['TR'],
	TD: ['TR'],
	RB: ['Ruby'],
	RT: ['Ruby'],
};
const kids: Readonly<Record<string, readonly string[]>> = {
	L: ['LI', 'Caption', 'L'],
	LI: ['Lbl', 'LBody'],
	TOC: ['TOCI', 'TOC', 'Caption'],
	Table: ['TR', 'Caption'],
	TR: ['TH', 'TD'],
	Ruby: ['RB', 'RT'],
};

function misplaced(tag: TagRead): readonly string[] {
	const inside = tag.kids.filter(isTag);
	const wrong = inside.filter(
		({ type }) =>
			(parents[type] && !parents[type].includes(tag.type)) ||
			(kids[tag.type] && !kids[tag.type]?.includes(type)),
	);
	const bareContent = kids[tag.type] && inside.length < tag.kids.length ? ['content'] : [];
	const empty = tag.kids.length === 0 && !parents[tag.type] ? ['nothing'] : [];
	return [...wrong.map(({ type }) => type), ...bareContent, ...empty].map((what) => `${what} in ${tag.type}`);
}

function pagesOf(tag: TagRead): ReadonlySet<number> {
	return new Set(contentsOf(tag).map(({ page }) => page));
}

/** Its text without the labels of items, and with all that it owns; each where a picture is what it says. */
function textsOf(tag: TagRead): readonly string[] {
	const runs = readRuns(tag);
	const joined = (some: readonly LangRun[]) => bare(some.map(({ text }) => text).join(''));
	return [joined(runs.filter(({ note }) => !note)), joined(runs)];
}

interface ReadRun extends LangRun {
	/** It stands in a note below the element. */
	readonly note: boolean;
}

/** What is to be read of an element, without the labels of items. */
function readRuns(tag: TagRead, note = false): readonly ReadRun[] {
	return tag.kids.flatMap((kid): readonly ReadRun[] => {
		if (!isTag(kid)) return 'mcid' in kid ? [{ lang: tag.lang, text: kid.text, note }] : [];
		const { type, lang, alt = '' } = kid;
		if (type === 'Figure' || type === 'Formula') {
			const captions = kid.kids.filter(isTag).flatMap((one) => readRuns(one, note));
			return [{ lang, text: pictured(alt), note }, ...captions];
		}
		if (type === 'Lbl' && tag.type === 'LI' && isMarker(kid)) return [];
		return readRuns(kid, note || type === 'Note');
	});
}

/** What the label of an item says. */
function labelOfItem({ kids }: TagRead): string {
	const [label] = kids.filter(isTag);
	if (label?.type !== 'Lbl') return 'none';
	return (
		label.actualText ??
		contentsOf(label)
			.map(({ text }) => text)
			.join('')
			.trim()
	);
}

const marker = /^(?:[\u2022\u25e6\u25aa]|\d+[.)]?|[a-z]+[.)])$/;

/** Whether a label is one that the style sheet writes, and not the source. */
function isMarker(label: TagRead): boolean {
	const text = contentsOf(label)
		.map((one) => one.text)
		.join('');
	return label.actualText !== undefined || marker.test(text.trim());
}

/** Without white space and breaks; what follows in the same language is one. */
function mergeRuns(runs: readonly LangRun[]): readonly LangRun[] {
	const merged: LangRun[] = [];
	for (const { lang, text } of runs) {
		const said = bare(text);
		const last = merged.at(-1);
		if (said === '') continue;
		if (last?.lang === lang) merged[merged.length - 1] = { lang, text: last.text + said };
		else merged.push({ lang, text: said });
	}
	return merged;
}
