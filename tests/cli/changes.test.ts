import { expect, test } from 'vitest';
import { readArguments } from '../../scripts/cli/arguments.ts';

test('a proof of changes is asked for by a revision', () => {
	expect(readArguments(['build', '--changes-since', 'v1.0'])).toMatchObject({ changesSince: 'v1.0' });
	expect(
		readArguments(['build', '--changes-since', 'HEAD~1', '--format', 'screen', '--watch']),
	).toMatchObject({
		changesSince: 'HEAD~1',
		watch: true,
	});
	expect(readArguments(['build'])).not.toHaveProperty('changesSince');
});

test.each([
	[['--format', 'print'], /--format can be screen alone/],
	[['--format', 'screen,epub'], /--format can be screen alone/],
	[['--profile', 'kobo'], /leave out --profile/],
	[['--archive'], /leave out --archive/],
	[['--archive-source'], /leave out --archive-source/],
])('it takes the place of what %s asks for', (args, message) => {
	expect(() => readArguments(['build', '--changes-since', 'HEAD', ...args])).toThrow(message);
});

test('it needs a revision, and a release has none', () => {
	expect(() => readArguments(['build', '--changes-since', ' '])).toThrow(/needs a revision/);
	expect(() => readArguments(['release', '--changes-since', 'HEAD'])).toThrow(/changes-since/);
});
