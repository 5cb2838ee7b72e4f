import { expect, test } from 'vitest';
import { hidePlaces, printCommand } from '../../scripts/bench/print-command.ts';

const places = { OUT: '/home/me/bench/out', WORK: '/home/me/bench', BROWSER: '/home/me/.cache/chromium' };

test('a command is printed with placeholders, the most exact first', () => {
	const args = ['build', '--out', '/home/me/bench/out/cold', '--browser=/home/me/.cache/chromium', '--json'];
	expect(printCommand({ file: '/usr/bin/node', args, env: {} }, places)).toBe(
		'node build --out OUT/cold --browser=BROWSER --json',
	);
});

test.each([
	['cannot open /home/you/secret/book.yaml: no', 'cannot open book.yaml: no'],
	['at file:///opt/tools/lib/index.js:12:3', 'at index.js:12:3'],
	['"/tmp/a/x" is gone', '"x" is gone'],
	['http://127.0.0.1:8000/x/y did not answer', 'http://127.0.0.1:8000/x/y did not answer'],
	['and/or 1/2', 'and/or 1/2'],
])('no place of the machine is left in %j', (text, hidden) => {
	expect(hidePlaces(text, places)).toBe(hidden);
});
