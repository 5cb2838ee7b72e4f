// The door: sets the folder up, then runs the program. `node scripts/start.mjs build --help`
import { setUp } from './setup.mjs';

if (await setUp()) {
	const [{ bundle }, { runProgram }] = await Promise.all([import('./bundle.mjs'), import('./program.mjs')]);
	const [command = ''] = process.argv.slice(2);
	runProgram(await bundle(), /^[a-z]+$/.test(command) ? command : 'other');
} else {
	process.exitCode = 3;
}
