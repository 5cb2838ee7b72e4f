import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { all, complaints, readEpub, textOf } from './package/read-epub.ts';
import { temporaryFolder } from './support/folder.ts';
import { bookFile, packManuscript, piece, writeManuscript } from './support/pack-manuscript.ts';

// The machine may be busy with a browser.
vi.setConfig({ testTimeout: 120_000 });

async function packFiles(files: Readonly<Record<string, string | Uint8Array>>) {
	const folder = await temporaryFolder();
	await writeManuscript(folder, files);
	return await packManuscript(folder);
}

/** Packs what is no error, and gives what was found and what EPUBCheck says. */
async function tryFiles(files: Readonly<Record<string, string | Uint8Array>>) {
	const { bytes, found } = await packFiles(files);
	return {
		found: found.map(({ file, line, rule }) => `${file}:${line} ${rule}`),
		faults: bytes ? await complaints(bytes) : ['no EPUB'],
		epub: bytes && readEpub(bytes),
	};
}

test('control characters and lone surrogates, written or escaped, are told and dropped', async () => {
	const markdown =
		'正\u0001文\u007f &#x1; &#xD800; [链\u0002](https://a.org/?\u0003 "题\u0004") `\u0005`[^\u0006a]\n\n[^\u0006a]: 注\u000b';
	const { found, faults } = await tryFiles({
		'book.yaml': bookFile(['a'], ['subtitle: { zh: "坏\\x07\\uD800副" }', 'subjects: { zh: ["字\\x01"] }']),
		'a.zh.md': piece(markdown, '"坏\\x01\\uD800题"'),
	});
	expect([...found, ...faults].sort()).toEqual([
		'a.zh.md:2 character-control',
		'a.zh.md:5 character-control',
		'a.zh.md:7 character-control',
		'book.yaml:6 character-control',
		'book.yaml:7 character-control',
	]);
});

test('a lone surrogate in bytes is no UTF-8, in either kind of file', async () => {
	const spoil = (text: string) => Buffer.concat([Buffer.from(text), Buffer.from([0xed, 0xa0, 0x80, 0x0a])]);
	const sound = { 'book.yaml': bookFile(['a']), 'a.zh.md': piece('文') };
	expect((await tryFiles({ ...sound, 'a.zh.md': spoil(piece('文')) })).found).toEqual([
		'a.zh.md:6 file-encoding',
	]);
	expect((await tryFiles({ ...sound, 'book.yaml': spoil(bookFile(['a'])) })).found).toEqual([
		'book.yaml:8 file-encoding',
	]);
});

test('the same file name in two folders, Chinese names and blanks give files of their own', async () => {
	const names = ['a/x', 'b/x', 'a-x1', '章/篇', '章/篇 二', '篇'];
	const files = Object.fromEntries(
		names.map((name) => [`${name}.zh.md`, piece(`这是第${name.length}${name.codePointAt(0)}篇。`, name)]),
	);
	const { found, faults, epub } = await tryFiles({ 'book.yaml': bookFile(names), ...files });
	expect([...found, ...faults]).toEqual([]);
	const pages = epub?.paths.filter((path) => path.endsWith('.xhtml')).map((path) => epub.text(path)) ?? [];
	for (const name of names) {
		const text = `这是第${name.length}${name.codePointAt(0)}篇。`;
		expect(pages.filter((page) => page.includes(text))).toHaveLength(1);
	}
	for (const path of epub?.paths ?? []) expect(path).toMatch(/^[\x21-\x7e]+$/);
});

test('lists and quotations of 64 levels, apart and in one another', async () => {
	const levels = Array.from({ length: 64 }, (_, level) => level);
	const list = levels.map((level) => `${'  '.repeat(level)}- 层${level}`).join('\n');
	const { found, faults, epub } = await tryFiles({
		'book.yaml': bookFile(['a']),
		'a.zh.md': piece(
			`${list}\n\n${'> '.repeat(64)}引\n\n${'> - '.repeat(32)}混\n\n[^1]\n\n[^1]: ${'> - '.repeat(32)}注`,
		),
	});
	expect([...found, ...faults]).toEqual([]);
	const page = epub?.paths.find((path) => path.endsWith('-zh-a.xhtml')) ?? '';
	expect(epub?.text(page).match(/<li[ >]/g)).toHaveLength(128);
});

test('a paragraph of 2 MB', async () => {
	const { found, faults, epub } = await tryFiles({
		'book.yaml': bookFile(['a']),
		'a.zh.md': piece('长段文字。'.repeat(140_000)),
	});
	expect([...found, ...faults]).toEqual([]);
	const page = epub?.paths.find((path) => path.endsWith('-zh-a.xhtml')) ?? '';
	expect(epub?.bytes(page).length).toBeGreaterThan(2_000_000);
});

test('5,000 notes, each led to and led back from', async () => {
	const numbers = Array.from({ length: 5000 }, (_, index) => index + 1);
	const text = [
		...numbers.map((one) => `段${one}。[^${one}]`),
		...numbers.map((one) => `[^${one}]: 注${one}。`),
	];
	const { found, faults, epub } = await tryFiles({
		'book.yaml': bookFile(['a']),
		'a.zh.md': piece(text.join('\n\n')),
	});
	expect([...found, ...faults]).toEqual([]);
	const page = epub?.xml(epub.paths.find((path) => path.endsWith('-zh-a.xhtml')) ?? '');
	const notes = page ? all(page, 'aside') : [];
	expect(notes.map((note) => textOf(note))).toEqual(numbers.map((one) => `${one} 注${one}。`));
});

test('a note can be called from a heading, a table, a list and a quotation', async () => {
	const { found, faults, epub } = await tryFiles({
		'book.yaml': bookFile(['a']),
		'a.zh.md': piece('## 题[^a]\n\n| 头[^a] |\n|---|\n| 格[^a] |\n\n- 项[^a]\n\n> 引[^a]\n\n[^a]: 注'),
	});
	expect([...found, ...faults]).toEqual([]);
	const page = epub?.text(epub.paths.find((path) => path.endsWith('-zh-a.xhtml')) ?? '') ?? '';
	expect(page.match(/epub:type="noteref"/g)).toHaveLength(5);
	expect(page.match(/epub:type="backlink"/g)).toHaveLength(5);
});

test('any text in any place gives files that are well-formed, or a finding', async () => {
	const scraps = [
		'\u0001',
		'\ud800',
		'\ufffe',
		'\ufeff',
		'<',
		'&',
		'"',
		"'",
		']]>',
		'-->',
		'\\',
		'\n',
		'{{',
		'<%',
		'字',
		'[^1]',
		'<b>',
	];
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 12 }),
		fc.array(fc.constantFrom(...scraps), { maxLength: 6 }).map((parts) => parts.join('')),
	);
	let packed = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(text, { minLength: 7, maxLength: 7 }), async (texts) => {
			const [title, subtitle, subject, rights, name, alt, body] = texts.map((one) =>
				JSON.stringify(`文${one}`),
			);
			const folder = await temporaryFolder();
			await writeManuscript(folder, {
				'book.yaml': bookFile(
					['a'],
					[`subtitle: { zh: ${subtitle} }`, `subjects: { zh: [${subject}] }`, `rights: { zh: ${rights} }`],
				),
				'contributors.yaml': `p: { name: { zh: ${name} }, affiliation: { zh: ${title} }, bio: { zh: ${rights} } }\n`,
				'a.zh.md': `---\ntitle: ${title}\nauthors: [p]\n---\n\n${body}\n\n![${alt}](i.svg ${title})\n`,
				'i.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>',
			});
			const { bytes, found } = await packManuscript(folder);
			if (!bytes) expect(found.map(({ severity }) => severity)).toContain('error');
			const epub = bytes && readEpub(bytes);
			if (epub) packed += 1;
			for (const path of epub?.paths.filter((one) => /\.(xhtml|opf|ncx)$/.test(one)) ?? []) {
				expect(() => epub?.xml(path), path).not.toThrow();
			}
		}),
		{ numRuns: 60 },
	);
	expect(packed).toBeGreaterThan(10);
});
