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
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Packages that are only there to fetch browsers or to speak a protocol that is not used; and one of machine code. */
const external = ['proxy-agent', 'yargs', 'chromium-bidi', 'sharp'];

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
	const { outputFiles } = await build({
		write: false,
		entryPoints: [join(root, 'scripts/diglot.ts')],
		outfile: 'diglot.cjs',
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		supported: {
			// What is not in the file is required: code that V8 keeps cannot import.
			'dynamic-import': false,
			// Else an expression with \p would be made anew each time that it is come to.
			'regexp-unicode-property-escapes': true,
		},
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
	mkdirSync(folder, { recursive: true });
	const draft = mkdtempSync(join(folder, 'draft-'));
	writeFileSync(join(draft, 'diglot.cjs'), toAscii(outputFiles[0]?.text ?? ''));
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

/**
 * The bundler writes all but regular expressions in ASCII; in those an escape says the same. A file in ASCII is read
 * without being decoded.
 */
function toAscii(code) {
	if (/\\[\u0080-\uffff]/.test(code))
		throw new Error('A character that is escaped cannot be written in ASCII.');
	return code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
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
	const lines = [root, look(join(root, 'package-lock.json'))];
	const walk = (folder) => {
		for (const entry of readdirSync(folder, { withFileTypes: true })) {
			const path = `${folder}/${entry.name}`;
			if (entry.isDirectory()) walk(path);
			else if (/\.(ts|mjs)$/.test(entry.name)) lines.push(look(path));
		}
	};
	walk(join(root, 'scripts'));
	return createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 16);
}

function look(path) {
	const { mtimeMs, size } = statSync(path);
	return `${path} ${mtimeMs} ${size}`;
}
