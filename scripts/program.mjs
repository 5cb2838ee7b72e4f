// Runs the bundled program with the code that V8 compiled in an earlier run: compiling takes longer than the work of
// a small book. (Node's own compile cache is there only from 22.8 on.)
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { dirname, join } from 'node:path';
import vm from 'node:vm';
import { crc32 } from 'node:zlib';

const checksumSize = 4;

/**
 * Runs a CommonJS file that has no `import()`, for kept code cannot have any. What was compiled is kept beside it when the process ends, once for each `purpose`: commands
 * need different parts of the program.
 * @param {string} file absolute path of a file in ASCII
 * @param {string} purpose a word fit for a file name
 */
export function runProgram(file, purpose) {
	const kept = join(dirname(file), `${purpose}.v8`);
	const cachedData = readChecked(kept);
	const script = new vm.Script(Module.wrap(readFileSync(file, 'latin1')), {
		filename: file,
		...(cachedData ? { cachedData } : {}),
	});
	// Another version of Node refuses what this one compiled.
	if (!cachedData || script.cachedDataRejected) {
		process.once('exit', () => keep(kept, script.createCachedData()));
	}
	const program = { exports: {} };
	script.runInThisContext()(program.exports, createRequire(file), program, file, dirname(file));
}

/** V8 does not look whether the bytes are whole, and may crash where they are not. */
function readChecked(file) {
	try {
		const bytes = readFileSync(file);
		const data = bytes.subarray(checksumSize);
		return bytes.readUInt32LE(0) === crc32(data) ? data : undefined;
	} catch {
		return undefined;
	}
}

function keep(file, data) {
	const head = Buffer.alloc(checksumSize);
	head.writeUInt32LE(crc32(data));
	const draft = `${file}.${process.pid}`;
	try {
		writeFileSync(draft, Buffer.concat([head, data]));
		renameSync(draft, file);
	} catch {
		// A folder that cannot be written costs time, nothing else.
	}
}
