// The door to the benchmark: joins scripts/bench/ into two programs that Node can run, then runs the first.
// `npm run bench -- --help`
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setUp } from './setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'node_modules/.cache/diglot/bench');

if (await setUp()) {
	const [{ build }, { ownPlaces }] = await Promise.all([import('esbuild'), import('./bundle.mjs')]);
	const options = {
		outdir: out,
		outExtension: { '.js': '.mjs' },
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		plugins: [ownPlaces],
		logLevel: 'error',
	};
	const banner =
		"import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";
	await Promise.all([
		build({ ...options, entryPoints: [join(root, 'scripts/bench.ts')], packages: 'external' }),
		// What the floor is measured by has to start as fast as Diglot, whose packages are joined too.
		build({
			...options,
			entryPoints: [join(root, 'scripts/bench/floor.mjs')],
			banner: { js: banner },
			splitting: true,
			minifyWhitespace: true,
			minifySyntax: true,
		}),
	]);
	await import(pathToFileURL(join(out, 'bench.mjs')).href);
} else {
	process.exitCode = 3;
}
