// Joins scripts/ and the packages it uses into one file that Node starts in a moment: read one by one, some
// thousand small modules take longer than the book. The result lies in node_modules/.cache and is made anew
// whenever a source, the lock file or the place of the folder changes.
import { createHash } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Packages that are only there to fetch browsers or to speak a protocol that is not used. */
const external = ['proxy-agent', 'yargs', 'chromium-bidi'];

/**
 * The program, ready to run: one CommonJS file in ASCII, whose parts are run when they are first imported.
 * @param {string} [folder] where it is kept
 * @returns {Promise<string>} its path
 */
export async function bundle(folder = join(root, 'node_modules/.cache/diglot/program')) {
	const name = fingerprint();
	const home = join(folder, name);
	const entry = join(home, 'diglot.cjs');
	if (existsSync(entry)) return entry;
	const { build, stop } = await import('esbuild');
	mkdirSync(folder, { recursive: true });
	const draft = mkdtempSync(join(folder, 'draft-'));
	await build({
		entryPoints: [join(root, 'scripts/diglot.ts')],
		outfile: join(draft, 'diglot.cjs'),
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external,
		// Packages ask where they are; they are told where the program is.
		define: { 'import.meta.url': '__programUrl' },
		banner: { js: "const __programUrl = require('node:url').pathToFileURL(__filename).href;" },
		plugins: [ownPlaces],
		// Less to read; names stay, for whoever reads a stack.
		minifyWhitespace: true,
		minifySyntax: true,
		legalComments: 'none',
		logLevel: 'error',
	});
	// Its process would live as long as this one, which may watch for days.
	await stop();
	try {
		renameSync(draft, home);
	} catch (error) {
		// Another run may have been faster.
		rmSync(draft, { recursive: true, force: true });
		if (!existsSync(entry)) throw error;
	}
	sweep(folder, name);
	return entry;
}

/** Takes away what earlier sources became, but for the newest: a run may be about to read it. */
function sweep(folder, current) {
	const age = (name) => -(statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0);
	const others = readdirSync(folder)
		.filter((name) => name !== current && !name.startsWith('draft-'))
		.sort((a, b) => age(a) - age(b));
	for (const name of others.slice(1)) rmSync(join(folder, name), { recursive: true, force: true });
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

/** Names the sources by place, size and time, for it is asked for at every start. */
function fingerprint() {
	const hash = createHash('sha256').update(root);
	const sources = readdirSync(join(root, 'scripts'), { recursive: true, encoding: 'utf8' });
	const names = sources.filter((one) => /\.(ts|mjs)$/.test(one)).map((name) => join('scripts', name));
	for (const name of ['package-lock.json', ...names.sort()]) {
		const { mtimeMs, size } = statSync(join(root, name));
		hash.update(`${name} ${mtimeMs} ${size}\n`);
	}
	return hash.digest('hex').slice(0, 16);
}
