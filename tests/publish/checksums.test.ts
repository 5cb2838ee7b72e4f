import { expect, test } from 'vitest';
import { checksums } from '../../scripts/publish/checksums.ts';

test('the lines are those of coreutils, sorted by name', () => {
	const listing = checksums(
		new Map([
			['b.epub', 'bb'],
			['a.pdf', 'aa'],
			['B.pdf', 'cc'],
		]),
	);
	expect(listing.name).toBe('SHA256SUMS');
	expect(new TextDecoder().decode(listing.bytes)).toBe('cc *B.pdf\naa *a.pdf\nbb *b.epub\n');
});
