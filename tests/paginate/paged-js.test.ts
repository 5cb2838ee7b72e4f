import { expect, test } from 'vitest';
import { readPagingScripts } from '../../scripts/paginate/paged-js.ts';

test('the tab gets its own clock first, then Paged.js, then the code that uses it', async () => {
	const [clock, paged, own] = await readPagingScripts();
	expect(clock).toContain('requestAnimationFrame');
	expect(clock).toContain('auto: false');
	expect(paged).toContain('Paged.js');
	expect(paged?.length).toBeGreaterThan(100_000);
	expect(own).toContain('Paged.Previewer');
});
