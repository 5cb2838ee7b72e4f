import { expect, test } from 'vitest';
import { readArguments } from '../../scripts/cli/arguments.ts';
import { UsageError } from '../../scripts/cli/usage.ts';

const accept = { kind: 'translations-accept', manuscript: 'manuscript' };

test.each([
	[['accept'], accept],
	[['accept', '--manuscript', 'm'], { ...accept, manuscript: 'm' }],
	[['accept', 'chapters/a'], { ...accept, target: { path: 'chapters/a' } }],
	[['accept', '--manuscript=m', 'a.en.md'], { ...accept, manuscript: 'm', target: { path: 'a.en.md' } }],
	[['accept', 'a.en.md:12'], { ...accept, target: { path: 'a.en.md', line: 12 } }],
	[['accept', 'a.en.md:12:3'], { ...accept, target: { path: 'a.en.md', line: 12 } }],
	[['accept', 'a.en.md:0'], { ...accept, target: { path: 'a.en.md:0' } }],
	[['accept', 'C:/a.en.md'], { ...accept, target: { path: 'C:/a.en.md' } }],
	[['status'], { kind: 'translations-status', manuscript: 'manuscript', json: false }],
	[['status', '--json', '--manuscript', 'm'], { kind: 'translations-status', manuscript: 'm', json: true }],
	[['status', '--help'], { kind: 'help' }],
])('translations %j', (args, command) => {
	expect(readArguments(['translations', ...args])).toEqual(command);
});

test.each([
	[[], 'accept or status.'],
	[['forget'], 'not "forget"'],
	[['accept', 'a', 'b'], '"b"'],
	[['accept', ''], 'a piece'],
	[['accept', '--json'], '--json'],
	[['status', 'a'], 'a'],
	[['status', '--out', 'x'], '--out'],
])('translations %j is refused', (args, message) => {
	expect(() => readArguments(['translations', ...args])).toThrow(UsageError);
	expect(() => readArguments(['translations', ...args])).toThrow(message);
});
