import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { createMemo } from '../scripts/cache/index.ts';
import { checkTranslations } from '../scripts/check-translations.ts';
import { compileBook } from '../scripts/compile/index.ts';
import { createReport, noMemo, RequestError } from '../scripts/diagnostics/index.ts';
import { loadManuscript } from '../scripts/load/index.ts';
import { acceptTranslations, translationStatus } from '../scripts/manage-translations.ts';
import { check } from '../scripts/pipeline.ts';
import { temporaryFolder } from './support/folder.ts';
import { createRepository, type Repository } from './support/repository.ts';
import { createWorld } from './support/world.ts';

// Translations that cannot drift unseen, on histories that git makes here.

const config = (contents: readonly string[], languages = ['zh', 'en']) => `slug: drift
title: { ${languages.map((lang) => `${lang}: Drift`).join(', ')} }
date: 2024-03
languages: [${languages.join(', ')}]
publishers: [{ ${languages.map((lang) => `${lang}: Press`).join(', ')} }]
contents: [${contents.join(', ')}]
`;

const chinese = `---
title: 治理
---

治理需要各国政府合作。[^1]

标准由专家制定。

## 时间

合作需要时间。

[^1]: 合作有三种。
`;

const english = `---
title: Governance
---

Governance needs the governments of all countries.[^1]

Standards are made by experts.

## Time

Cooperation takes time.

[^1]: There are three kinds.
`;

interface Book extends Repository {
	readonly manuscript: string;
	readonly edit: (file: string, from: string, to: string) => void;
	/** The findings on translations, as `file:line:column rule message`. */
	readonly findings: () => Promise<readonly string[]>;
	readonly accept: (name?: string, line?: number) => Promise<{ stale: number; new: number } | undefined>;
	readonly lock: () => string;
}

/** A book in the folder `book` of a repository: one piece in two languages. */
async function createBook(): Promise<Book> {
	const repository = await createRepository();
	const manuscript = join(repository.folder, 'book');
	repository.write('book/book.yaml', config(['a']));
	repository.write('book/a.zh.md', chinese);
	repository.write('book/a.en.md', english);
	repository.commit();
	return { ...repository, ...toolsFor(manuscript) };
}

/** What the commands do their work in, without a browser. */
function createOffice() {
	const { add, list, hasErrors } = createReport();
	const time = async <T>(_stage: string, work: () => T | Promise<T>) => await work();
	return { report: add, list, hasErrors, time, memo: noMemo, pause: () => undefined };
}

function toolsFor(manuscript: string): Pick<Book, 'manuscript' | 'edit' | 'findings' | 'accept' | 'lock'> {
	return {
		manuscript,
		edit(file, from, to) {
			const text = readFileSync(join(manuscript, file), 'utf8');
			expect(text).toContain(from);
			writeFileSync(join(manuscript, file), text.replace(from, to));
		},
		async findings() {
			const office = createOffice();
			const read = await loadManuscript(manuscript, office.report);
			if (!read) throw new Error('The manuscript cannot be read.');
			const book = compileBook(read, read.config.languages, office.report);
			await checkTranslations(book, { manuscript: read, folder: manuscript }, office);
			// What else is found in text and translation is proved elsewhere.
			const drift = office.list().filter(({ rule }) => /^translation-(?:stale|new|lock)$/.test(rule));
			return drift.map((one) => `${one.file}:${one.line}:${one.column} ${one.rule} ${one.message}`);
		},
		async accept(path, line) {
			const target = path === undefined ? {} : { target: { path, ...(line === undefined ? {} : { line }) } };
			return await acceptTranslations({ manuscript, ...target }, createOffice());
		},
		lock: () => readFileSync(join(manuscript, 'translations.lock.yaml'), 'utf8'),
	};
}

const stale = (message: string) =>
	expect.stringContaining(`translation-stale this is older than its source, ${message}`);

test('a book that never recorded anything is told nothing', async () => {
	const { edit, findings } = await createBook();
	edit('a.zh.md', '政府', '企业');
	expect(await findings()).toEqual([]);
});

test('a translation that is older than its source is told, with what has changed', async () => {
	const { edit, findings, accept, commit } = await createBook();
	expect(await accept()).toEqual({ stale: 0, new: 6 });
	expect(await findings()).toEqual([]);
	commit();
	edit('a.zh.md', '政府', '企业');
	const told = [stale('a.zh.md:5: 治理需要各国[-政府-]{+企业+}合作。')];
	expect(await findings()).toEqual(told);
	expect((await findings())[0]).toMatch(/^a\.en\.md:5:1 /);
	// Whatever is committed since, the text that it was made from is looked for.
	commit();
	edit('a.zh.md', '时间\n\n', '时间\n\n一切');
	commit();
	expect(await findings()).toEqual([...told, stale('a.zh.md:11: {+一切+}合作需要时间。')]);
	// The translation alone does not make it right: somebody has to say so.
	edit('a.en.md', 'the governments', 'the companies');
	expect(await findings()).toHaveLength(2);
	expect(await accept('a.en.md', 5)).toEqual({ stale: 1, new: 0 });
	expect(await findings()).toEqual([stale('a.zh.md:11')]);
});

test('titles, headings and notes drift too', async () => {
	const { edit, findings, accept, commit } = await createBook();
	await accept();
	commit();
	edit('a.zh.md', 'title: 治理', 'title: 全球治理');
	edit('a.zh.md', '## 时间', '## 时间与合作');
	edit('a.zh.md', '三种', '四种');
	expect(await findings()).toEqual([
		stale('a.zh.md:2: {+全球+}治理'),
		stale('a.zh.md:9: 时间{+与合作+}'),
		stale('a.zh.md:13: 合作有[-三-]{+四+}种。'),
	]);
});

test('white space, mark-up and the numbers of notes are no drift', async () => {
	const { edit, findings, accept } = await createBook();
	await accept();
	edit(
		'a.zh.md',
		'治理需要各国政府合作。[^1]',
		'治理**需要**各国\n[政府](https://example.org)合作。 [^first]',
	);
	edit('a.zh.md', '[^1]:', '[^first]:');
	edit('a.zh.md', '标准由', '标准 由');
	edit('a.zh.md', '## 时间\n', '时间\n----\n');
	edit('a.zh.md', '合作需要时间。\n', '合作需要时间。\n\n\n');
	expect(await findings()).toEqual([]);
	expect(await accept()).toEqual({ stale: 0, new: 0 });
});

test('a book or a piece that asks for it is not told', async () => {
	const { edit, findings, accept } = await createBook();
	await accept();
	edit('a.zh.md', '政府', '企业');
	edit('a.en.md', 'title: Governance', 'title: Governance\nchecks: { translation-stale: off }');
	expect(await findings()).toEqual([]);
	edit('a.en.md', 'off', 'on');
	expect(await findings()).toHaveLength(1);
	edit('book.yaml', 'slug: drift', 'slug: drift\nchecks: { translation-stale: off }');
	edit('a.en.md', '\nchecks: { translation-stale: on }', '');
	expect(await findings()).toEqual([]);
});

test('a translation that alone was mended is right', async () => {
	const { edit, findings, accept } = await createBook();
	await accept();
	edit('a.en.md', 'made by experts', 'written by experts');
	expect(await findings()).toEqual([]);
});

test('what was never recorded is told once for each file', async () => {
	const { edit, findings, accept } = await createBook();
	await accept();
	edit('a.zh.md', '## 时间', '甲。\n\n乙。\n\n## 时间');
	edit('a.en.md', '## Time', 'A.\n\nB.\n\n## Time');
	expect(await findings()).toEqual([
		'a.en.md:9:1 translation-new nobody has recorded yet what this and 1 more passages of the file were translated from',
	]);
	expect(await accept('a')).toEqual({ stale: 0, new: 2 });
	expect(await findings()).toEqual([]);
});

test('two branches that change neighbours are merged, text and lock, without a conflict', async () => {
	const { git, edit, findings, accept, commit, lock } = await createBook();
	await accept();
	commit();
	git('switch', '--quiet', '--create', 'side');
	edit('a.zh.md', '政府', '企业');
	edit('a.en.md', 'governments', 'companies');
	await accept('a.en.md', 5);
	commit();
	git('switch', '--quiet', 'main');
	edit('a.zh.md', '专家', '工程师');
	edit('a.en.md', 'experts', 'engineers');
	await accept('a.en.md', 7);
	commit();
	git('merge', '--quiet', '--message', 'merge', 'side');
	expect(await findings()).toEqual([]);
	const merged = lock();
	expect(await accept()).toEqual({ stale: 0, new: 0 });
	expect(lock()).toBe(merged);
});

test('a lock that has the lines of both sides says what is right', async () => {
	const { git, write, edit, findings, accept, commit, lock } = await createBook();
	write('.gitattributes', '*.lock.yaml merge=union\n*.md merge=union\n');
	await accept();
	commit();
	git('switch', '--quiet', '--create', 'side');
	edit('a.zh.md', '政府', '企业');
	await accept();
	commit();
	git('switch', '--quiet', 'main');
	edit('a.zh.md', '政府', '学者');
	await accept();
	commit();
	git('merge', '--quiet', '--message', 'merge', 'side');
	expect(lock().match(/# 治理需要/g)).toHaveLength(2);
	edit('a.zh.md', '治理需要各国学者合作。[^1]\n', '');
	expect(await findings()).toEqual([]);
	expect(await accept()).toEqual({ stale: 0, new: 0 });
	expect(lock().match(/# 治理需要/g)).toHaveLength(1);
});

test('a text that only a side branch had is found', async () => {
	const { git, edit, findings, accept, commit } = await createBook();
	git('switch', '--quiet', '--create', 'side');
	edit('a.zh.md', '政府', '学者');
	await accept();
	commit();
	edit('a.zh.md', '学者', '企业');
	commit();
	git('switch', '--quiet', 'main');
	git('merge', '--quiet', '--squash', 'side');
	commit();
	// A squashed branch is no part of the history: then nothing is shown.
	expect(await findings()).toEqual([stale('a.zh.md:5: (the history of its file does not have')]);
	git('merge', '--quiet', '--strategy', 'ours', '--message', 'merge', 'side');
	expect(await findings()).toEqual([stale('a.zh.md:5: 治理需要各国[-学者-]{+企业+}合作。')]);
});

test('a text that never was committed is told without what has changed', async () => {
	const { edit, findings, accept } = await createBook();
	edit('a.zh.md', '政府', '学者');
	await accept();
	edit('a.zh.md', '学者', '企业');
	expect(await findings()).toEqual([stale('a.zh.md:5: (the history of its file does not have')]);
});

test('a book without a repository is told all the same', async () => {
	const folder = await temporaryFolder();
	writeFileSync(join(folder, 'book.yaml'), config(['a']));
	writeFileSync(join(folder, 'a.zh.md'), chinese);
	writeFileSync(join(folder, 'a.en.md'), english);
	const { edit, findings, accept } = toolsFor(folder);
	await accept();
	edit('a.zh.md', '政府', '企业');
	expect(await findings()).toEqual([stale('a.zh.md:5: (git has no history of it')]);
});

test('a piece that was renamed is still known, and so is its history', async () => {
	const { git, edit, findings, accept, commit, write } = await createBook();
	await accept();
	commit();
	git('mv', 'book/a.zh.md', 'book/b.zh.md');
	git('mv', 'book/a.en.md', 'book/b.en.md');
	write('book/book.yaml', config(['b']));
	commit();
	expect(await findings()).toEqual([]);
	edit('b.zh.md', '政府', '企业');
	expect(await findings()).toEqual([stale('b.zh.md:5: 治理需要各国[-政府-]{+企业+}合作。')]);
});

test('versions that cannot be read are passed over', async () => {
	const { edit, findings, accept, commit, write } = await createBook();
	await accept();
	commit();
	edit('a.zh.md', 'title: 治理', 'title: [');
	commit();
	write('book/a.zh.md', '');
	commit();
	write('book/a.zh.md', chinese.replace('政府', '企业'));
	expect(await findings()).toEqual([stale('a.zh.md:5: 治理需要各国[-政府-]{+企业+}合作。')]);
});

test('translations are recorded by piece, file and line, named from the book or from here', async () => {
	const { edit, accept, manuscript, lock } = await createBook();
	await accept();
	edit('a.zh.md', '政府', '企业');
	edit('a.zh.md', '专家', '工程师');
	const here = relative(process.cwd(), join(manuscript, 'a.en.md'));
	expect(await accept(here, 5)).toEqual({ stale: 1, new: 0 });
	expect(lock()).toContain('# 治理需要各国企业合作。');
	expect(lock()).toContain('# 标准由专家制定。');
	expect(await accept('./a.zh.md', 7)).toEqual({ stale: 1, new: 0 });
	expect(lock()).toContain('# 标准由工程师制定。');
	await expect(accept('a.en.md', 99)).rejects.toThrow(RequestError);
	await expect(accept('b')).rejects.toThrow('no piece, folder of pieces or file "b"');
});

test('a lock that is right is not written again', async () => {
	const { accept, manuscript, lock } = await createBook();
	await accept();
	const file = join(manuscript, 'translations.lock.yaml');
	writeFileSync(file, `${lock()}\n`);
	await accept('a');
	expect(lock().endsWith('\n\n')).toBe(false);
	const { ino } = statSync(file);
	await accept('a');
	expect(statSync(file).ino).toBe(ino);
});

test('three languages drift each for itself', async () => {
	const { write, edit, findings, accept, commit, manuscript } = await createBook();
	write('book/book.yaml', config(['a'], ['zh', 'en', 'fr']));
	write('book/a.fr.md', english.replace('Governance\n', 'Gouvernance\n'));
	await accept();
	commit();
	edit('a.zh.md', '政府', '企业');
	expect((await findings()).map((one) => one.split(' ')[0])).toEqual(['a.en.md:5:1', 'a.fr.md:5:1']);
	expect(await accept('a.fr.md')).toEqual({ stale: 1, new: 0 });
	expect((await findings()).map((one) => one.split(' ')[0])).toEqual(['a.en.md:5:1']);
	edit('a.zh.md', '## 时间', '## 时机');
	expect(await accept('a.zh.md', 9)).toEqual({ stale: 2, new: 0 });
	rmSync(join(manuscript, 'a.fr.md'));
	const status = await translationStatus(manuscript, createOffice());
	expect(status?.totals).toEqual([
		{ lang: 'en', translated: 5, stale: 1, missing: 0, new: 0, todo: 10 },
		{ lang: 'fr', translated: 0, stale: 0, missing: 6, new: 0, todo: 32 },
	]);
});

test('a manuscript with errors is not recorded', async () => {
	const { edit, accept, manuscript } = await createBook();
	edit('a.zh.md', '标准', '![](no.png)');
	expect(await accept()).toBeUndefined();
	await expect(readFile(join(manuscript, 'translations.lock.yaml'))).rejects.toThrow('ENOENT');
});

test('a book of one language has nothing to record', async () => {
	const { write, accept } = await createBook();
	write('book/book.yaml', config(['a'], ['zh']));
	await expect(accept()).rejects.toThrow(RequestError);
});

test('a check of the whole book tells of drift, and a broken lock ends it', async () => {
	const { edit, accept, manuscript } = await createBook();
	await accept();
	edit('a.zh.md', '政府', '企业');
	const { world, report, session } = await createWorld();
	await check({ manuscript }, world);
	expect(report.list().map(({ rule }) => rule)).toContain('translation-stale');
	writeFileSync(join(manuscript, 'translations.lock.yaml'), '<<<<<<< HEAD\n');
	await check({ manuscript }, world).finally(session.close);
	expect(report.list().filter(({ severity }) => severity === 'error')).toMatchObject([
		{ rule: 'translation-lock', file: 'translations.lock.yaml', line: 1 },
	]);
});

test('a session compiles a former text once', async () => {
	const { edit, accept, commit, manuscript } = await createBook();
	await accept();
	commit();
	edit('a.zh.md', '政府', '企业');
	const made: string[] = [];
	const memo = createMemo();
	const watched = {
		...memo,
		recall: <T>(room: string, key: string, make: () => T): T =>
			memo.recall(room, key, () => {
				made.push(room);
				return make();
			}),
	};
	const office = { ...createOffice(), memo: watched };
	const checkOnce = async () => {
		made.length = 0;
		const read = await loadManuscript(manuscript, office.report, { memo: watched });
		if (!read) throw new Error('The manuscript cannot be read.');
		const book = compileBook(read, read.config.languages, office.report, { memo: watched });
		await checkTranslations(book, { manuscript: read, folder: manuscript }, office);
		memo.endBuild();
		return made.filter((room) =>
			['former text', 'file history', 'passages', 'translation lock'].includes(room),
		);
	};
	expect((await checkOnce()).sort()).toEqual(['file history', 'former text', 'passages', 'translation lock']);
	expect(await checkOnce()).toEqual([]);
	edit('a.zh.md', '专家', '工程师');
	expect(await checkOnce()).toEqual(['passages']);
});
