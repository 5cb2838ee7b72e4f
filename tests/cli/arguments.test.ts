import { expect, test } from 'vitest';
import { type BuildOptions, readArguments } from '../../scripts/cli/arguments.ts';
import { UsageError, usage } from '../../scripts/cli/usage.ts';

test.each([
	[[], { kind: 'help' }],
	[['help'], { kind: 'help' }],
	[['--help'], { kind: 'help' }],
	[['build', '--out', 'x', '-h'], { kind: 'help' }],
	[['no-such-command', '--help'], { kind: 'help' }],
	[['version'], { kind: 'version' }],
	[['--version'], { kind: 'version' }],
	[['check'], { kind: 'check', manuscript: 'manuscript', json: false }],
	[['check', '--manuscript', 'a b', '--json'], { kind: 'check', manuscript: 'a b', json: true }],
	[
		['build'],
		{
			kind: 'build',
			manuscript: 'manuscript',
			json: false,
			out: 'dist',
			cache: 'usual',
			formats: ['screen', 'epub'],
		},
	],
	[
		['build', '--manuscript=m', '--out', 'o', '--edition', 'zh', '--format', 'epub', '--jobs', '3', '--json'],
		{
			kind: 'build',
			manuscript: 'm',
			json: true,
			out: 'o',
			cache: 'usual',
			editions: ['zh'],
			formats: ['epub'],
			jobs: 3,
		},
	],
	[
		['build', '--browser', '/opt/chrome'],
		{
			kind: 'build',
			manuscript: 'manuscript',
			json: false,
			out: 'dist',
			cache: 'usual',
			formats: ['screen', 'epub'],
			browser: '/opt/chrome',
		},
	],
	[
		['build', '--watch', '--out', 'o'],
		{
			kind: 'build',
			manuscript: 'manuscript',
			json: false,
			out: 'o',
			cache: 'usual',
			formats: ['screen', 'epub'],
			watch: true,
		},
	],
	[['preview'], { kind: 'preview', manuscript: 'manuscript', port: 0, open: true, cache: 'usual' }],
	[
		['preview', '--manuscript', 'm', '--port', '8080', '--no-open', '--edition', 'en', '--jobs', '1'],
		{ kind: 'preview', manuscript: 'm', port: 8080, open: false, cache: 'usual', editions: ['en'], jobs: 1 },
	],
	[
		['preview', '--cache', 'c', '--editor', 'zed://file{path}:{line}', '--browser', 'b'],
		{
			kind: 'preview',
			manuscript: 'manuscript',
			port: 0,
			open: true,
			cache: { folder: 'c' },
			editor: 'zed://file{path}:{line}',
			browser: 'b',
		},
	],
	[
		['preview', '--no-cache'],
		{ kind: 'preview', manuscript: 'manuscript', port: 0, open: true, cache: 'none' },
	],
])('%j', (args, command) => {
	expect(readArguments(args)).toEqual(command);
});

test.each([
	[['--cache', 'some where'], { folder: 'some where' }],
	[['--no-cache'], 'none'],
	[[], 'usual'],
])('the cache of build %j', (args, cache) => {
	expect(readArguments(['build', ...args])).toMatchObject({ cache });
});

test.each([
	[['--archive'], '2a'],
	[['--archive-source'], '3a'],
	[['--archive', '--archive-source'], '3a'],
])('the archive edition of build %j', (args, archive) => {
	expect(readArguments(['build', ...args])).toMatchObject({ archive });
	expect(readArguments(['release', ...args])).toMatchObject({ archive });
});

test('no archive edition and no linearized PDF is made unasked', () => {
	expect(readArguments(['build'])).not.toHaveProperty('archive');
	expect(readArguments(['build'])).not.toHaveProperty('linearize');
	expect(readArguments(['build', '--linearize'])).toMatchObject({ linearize: true });
});

test('lists may have spaces, and each name counts once, in order', () => {
	expect(readArguments(['build', '--edition', ' en, zh ,en,', '--format', 'epub,screen,epub'])).toMatchObject(
		{
			editions: ['en', 'zh'],
			formats: ['epub', 'screen'],
		},
	);
});

test.each([
	[['publish'], /no command "publish"/],
	[['--json'], /no command "--json"/],
	[['build', '--pages', '3'], /--pages/],
	[['build', 'manuscript'], /manuscript/],
	[['build', '--out'], /--out/],
	[['build', '--edition', '--json'], /--edition/],
	[['build', '--json=yes'], /--json/],
	[['build', '--edition', ''], /--edition needs at least one/],
	[['build', '--edition', ' , '], /--edition needs at least one/],
	[['build', '--format', ','], /--format needs at least one/],
	[['build', '--format', 'pdf'], /knows screen, print, epub, not "pdf"/],
	[['build', '--format', 'epub,mobi'], /not "mobi"/],
	[['build', '--jobs', '0'], /--jobs/],
	[['build', '--jobs=-1'], /--jobs/],
	[['build', '--jobs', '100'], /--jobs/],
	[['build', '--jobs', '1.5'], /--jobs/],
	[['build', '--jobs', 'two'], /--jobs/],
	[['build', '--jobs', ''], /--jobs/],
	[['build', '--cache'], /--cache/],
	[['build', '--cache', ''], /--cache needs a folder/],
	[['build', '--cache', 'x', '--no-cache'], /exclude each other/],
	[['build', '--no-cache=yes'], /--no-cache/],
	[['check', '--cache', 'x'], /--cache/],
	[['build', '--watch', 'yes'], /yes/],
	[['check', '--watch'], /--watch/],
	[['build', '--archive=1'], /--archive/],
	[['build', '--archive', '--format', 'epub'], /--format must have screen/],
	[['check', '--archive'], /--archive/],
	[['check', '--out', 'x'], /--out/],
	[['check', '--format', 'epub'], /--format/],
	[['check', 'more'], /more/],
	[['preview', '--port', '65536'], /--port/],
	[['preview', '--port=-1'], /--port/],
	[['preview', '--port', '80a'], /--port/],
	[['preview', '--port', ''], /--port/],
	[['preview', '--out', 'x'], /--out/],
	[['preview', '--cache', 'c', '--no-cache'], /exclude/],
	[['preview', '--editor', 'code {path}'], /--editor/],
	[['preview', '--editor', 'vscode://file'], /--editor/],
	[['preview', '--editor', 'javascript:alert({path})'], /--editor/],
	[['preview', '--editor', 'JavaScript:alert({path})'], /--editor/],
	[['preview', '--edition', ','], /--edition/],
])('%j is wrong usage', (args, message) => {
	expect(() => readArguments(args)).toThrow(UsageError);
	expect(() => readArguments(args)).toThrow(message);
});

test('the help names every option that is read', () => {
	for (const flag of [
		'manuscript',
		'out',
		'edition',
		'format',
		'profile',
		'archive',
		'archive-source',
		'linearize',
		'jobs',
		'browser',
		'cache',
		'no-cache',
		'watch',
		'trace',
		'json',
		'help',
		'version',
		'port',
		'no-open',
		'editor',
		'cache',
		'no-cache',
	]) {
		expect(usage).toContain(`--${flag}`);
	}
	for (const [flag] of usage.matchAll(/--[a-z]+(?:-[a-z]+)*/g)) {
		const all = [
			['build', flag],
			['build', flag, '1'],
			['build', flag, 'epub'],
			['build', flag, 'kobo'],
			['preview', flag],
			['preview', flag, '1'],
			['preview', flag, 'x:{path}'],
		];
		expect(all.some((args) => isRead(args))).toBe(true);
	}
});

function isRead(args: readonly string[]): boolean {
	try {
		return readArguments(args).kind !== undefined;
	} catch {
		return false;
	}
}

test('a release is a build with a page, in a folder of its own, and is made once', () => {
	const { page: _, ...release } = readArguments(['release', '--edition', 'zh']) as BuildOptions;
	expect(release).toEqual({ ...readArguments(['build', '--edition', 'zh']), out: 'release' });
	expect(readArguments(['release', '--out', 'web'])).toMatchObject({ kind: 'build', out: 'web', page: true });
	expect(readArguments(['build'])).not.toHaveProperty('page');
	expect(() => readArguments(['release', '--watch'])).toThrow(UsageError);
});
