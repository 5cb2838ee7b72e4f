// Joins scripts/ and the packages it uses into a few files that Node starts in a moment: read one by one, some
// thousand small modules take longer than the book. The result lies in node_modules/.cache and is made anew
// whenever a source, the lock file or the place of the folder changes.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules/.cache/diglot/program');

/** Packages that read files of their own beside their code, and so must stay where they are. */
const external = ['subset-font', 'harfbuzzjs'];

/**
 * The program, ready to run.
 * @returns {Promise<string>} the path of its entry
 */
export async function bundle() {
	const home = join(cache, fingerprint());
	const entry = join(home, 'diglot.mjs');
	if (existsSync(entry)) return entry;
	const { build } = await import('esbuild');
	const draft = join(cache, `draft-${process.pid}`);
	await build({
		entryPoints: [join(root, 'scripts/diglot.ts')],
		outdir: draft,
		outExtension: { '.js': '.mjs' },
		bundle: true,
		splitting: true,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		external,
		// Packages in the old module format call require.
		banner: {
			js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
		},
		plugins: [ownPlaces],
		// Less to read; names stay, for whoever reads a stack.
		minifyWhitespace: true,
		minifySyntax: true,
		legalComments: 'none',
		logLevel: 'error',
	});
	// A run that has just begun may still read the newest of the others.
	const age = (name) => -statSync(join(cache, name)).mtimeMs;
	const old = readdirSync(cache)
		.filter((name) => !name.startsWith('draft-'))
		.sort((a, b) => age(a) - age(b))
		.slice(1);
	try {
		renameSync(draft, home);
	} catch (error) {
		// Another run may have been faster.
		rmSync(draft, { recursive: true, force: true });
		if (!existsSync(entry)) throw error;
	}
	for (const name of old) rmSync(join(cache, name), { recursive: true, force: true });
	return entry;
}

/** `import.meta.url` goes on to mean the source's own place: some files are read from beside their sources. */
export const ownPlaces = {
	name: 'own-places',
	/** @param {import('esbuild').PluginBuild} build */
	setup(build) {
		build.onLoad({ filter: /[\\/]scripts[\\/].*\.ts$/ }, ({ path }) => ({
			contents: readFileSync(path, 'utf8').replaceAll(
				'import.meta.url',
				JSON.stringify(pathToFileURL(path).href),
			),
			loader: 'ts',
		}));
	},
};

function fingerprint() {
	const hash = createHash('sha256')
		.update(root)
		.update(readFileSync(join(root, 'package-lock.json')));
	const sources = readdirSync(join(root, 'scripts'), { recursive: true, encoding: 'utf8' });
	for (const name of sources.filter((one) => /\.(ts|mjs)$/.test(one)).sort()) {
		const { mtimeMs, size } = statSync(join(root, 'scripts', name));
		hash.update(`${name} ${mtimeMs} ${size}\n`);
	}
	mkdirSync(cache, { recursive: true });
	return hash.digest('hex').slice(0, 16);
}
