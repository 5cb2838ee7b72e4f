import { expect, test } from 'vitest';
import { readPagingScripts } from '../../scripts/paginate/paged-js.ts';

test('the tab gets its own clock first, then Paged.js, then what mends it, then the code that uses it', async () => {
	const scripts = await readPagingScripts();
	expect(scripts).toHaveLength(14);
	const [clock, paged, , breaks, press, read] = scripts;
	const own = scripts.at(-1);
	expect(clock).toContain('requestAnimationFrame');
	expect(clock).toContain('auto: false');
	expect(paged).toContain('Paged.js');
	expect(paged?.length).toBeGreaterThan(100_000);
	expect(breaks).toContain('Paged.registerHandlers(');
	expect(press).toContain('new Paged.Previewer(');
	expect(read).toContain('function readPage(');
	expect(own).toContain('function paginate(');
});
