import { access, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect, test, vi } from 'vitest';
import { writePlainHtml } from '../../scripts/bench/plain-html.ts';
import { temporaryFolder } from '../support/folder.ts';
import { manuscripts, root } from '../support/world.ts';

// Fonts are cut, and the machine may be busy.
vi.setConfig({ testTimeout: 60_000 });

async function write(manuscript: string, lang: string) {
	const out = join(await temporaryFolder(), 'plain');
	const file = await writePlainHtml({ home: root, manuscript, lang, out });
	const html = await readFile(file, 'utf8');
	const css = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
	return { folder: dirname(file), html, css };
}

test('the document holds the whole edition, its notes too, and nothing of the other', async () => {
	const { html } = await write(manuscripts.fixture, 'zh');
	const text = textOf(fromHtml(html)).replaceAll(/[\s\u00ad\u2060]/g, '');
	for (const piece of ['risks/values', 'governance/institutions']) {
		const source = await readFile(join(manuscripts.fixture, `chapters/${piece}.zh.md`), 'utf8');
		const plain = source.split('\n').filter((line) => /^\p{Script=Han}[^`*_[\]|<]{20,}$/u.test(line));
		for (const line of plain) expect(text).toContain(line.replaceAll(/\s/g, ''));
	}
	expect(html).toContain('class="endnotes"');
	expect(html).toMatch(/^<!doctype html><html lang="zh">/);
});

test('each font and picture that it asks for lies beside it', async () => {
	const { folder, html, css } = await write(manuscripts.digest, 'en');
	const wanted = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, path = '']) => path);
	visit(fromHtml(html), 'element', ({ tagName, properties }) => {
		if (tagName === 'img') wanted.push(String(properties.src));
	});
	expect(wanted.length).toBeGreaterThan(4);
	for (const path of wanted) {
		expect(path).not.toMatch(/^\/|:/);
		await access(join(folder, decodeURIComponent(path)));
	}
});

test('it has the margins of the book, units on pages of their own, and no list behind a +', async () => {
	const { css } = await write(manuscripts.fixture, 'en');
	expect(css).toMatch(/@page\s*\{\s*size: 210mm 297mm;\s*margin: 25mm 37.8mm 34mm 31.4mm;\s*\}/);
	expect(css).toContain('.unit{break-before:page}');
	expect(css).not.toMatch(/\+[^{}]*:is\(/);
	expect(css).toMatch(/tr \+ tr td\s*,\s*tbody tr \+ tr th\s*\{/);
});

test('a manuscript with a fault is refused by its fault', async () => {
	const manuscript = join(await temporaryFolder(), 'none');
	await expect(write(manuscript, 'zh')).rejects.toThrow('manuscript-missing');
});
