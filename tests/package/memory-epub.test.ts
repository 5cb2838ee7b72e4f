import { expect, test } from 'vitest';
import { MemoryEpub } from '../../scripts/package/memory-epub.ts';
import { readEpub } from './read-epub.ts';

async function pack(modified: Date): Promise<Uint8Array> {
	const epub = new MemoryEpub({
		options: { title: 'T', contentOPF: '<%= id %>', tocNCX: '', tocXHTML: '', chapterXHTML: '<%- body %>' },
		chapters: [{ title: 'C', content: '', filename: 'c.xhtml', ...{ body: '<td scope="row">&#x26;</td>' } }],
		files: [{ path: 'images/1.png', bytes: new Uint8Array([1, 2, 3]), compress: false }],
		identifier: 'urn:uuid:1',
		modified,
	});
	return await epub.genEpub();
}

/** Date and time fields of every entry in the archive's directory, as one number each (APPNOTE 4.3.12). */
function stamps(archive: Uint8Array): readonly number[] {
	const bytes = Buffer.from(archive);
	const found: number[] = [];
	let at = bytes.readUInt32LE(bytes.length - 6);
	while (bytes.readUInt32LE(at) === 0x02014b50) {
		found.push(bytes.readUInt32LE(at + 12));
		at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
	}
	return found;
}

test('own keys reach the templates untouched, files come from memory, the identifier is ours', async () => {
	const epub = readEpub(await pack(new Date(Date.UTC(2024, 0, 1))));
	expect(epub.text('c.xhtml')).toBe('<td scope="row">&#x26;</td>');
	expect(epub.text('content.opf')).toBe('urn:uuid:1');
	expect(epub.bytes('images/1.png')).toEqual(new Uint8Array([1, 2, 3]));
});

test('every entry, folders too, bears the given moment', async () => {
	const found = stamps(await pack(new Date(Date.UTC(2024, 2, 1, 12, 30, 4))));
	const date = ((2024 - 1980) << 9) | (3 << 5) | 1;
	const time = (12 << 11) | (30 << 5) | (4 / 2);
	expect(found.length).toBeGreaterThan(7);
	expect(new Set(found)).toEqual(new Set([date * 0x10000 + time]));
});

test('a moment before the archive format was made becomes its first', async () => {
	const [stamp] = stamps(await pack(new Date(Date.UTC(1919, 4, 4))));
	expect(stamp).toBe(((1 << 5) | 1) * 0x10000);
});
