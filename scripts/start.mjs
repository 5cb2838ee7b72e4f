// The door: sets the folder up, then runs the program. `node scripts/start.mjs build --help`
import module from 'node:module';
import { pathToFileURL } from 'node:url';
import { setUp } from './setup.mjs';

// Keeps compiled code between runs where Node can (22.8 and newer).
module.enableCompileCache?.();

if (await setUp()) {
	const { bundle } = await import('./bundle.mjs');
	await import(pathToFileURL(await bundle()).href);
} else {
	process.exitCode = 3;
}
