import { createRequire } from 'node:module';
import startQpdf from '@neslinesli93/qpdf-wasm';

/** What the package has and its types leave out: a program with a disk in memory. */
interface Qpdf {
	readonly callMain: (args: readonly string[]) => number;
	readonly FS: {
		/** Takes what is read and written, by bytes. */
		readonly init: (input: null, output: (code: number) => void, errors: (code: number) => void) => void;
		readonly writeFile: (path: string, bytes: Uint8Array) => void;
		readonly readFile: (path: string) => Uint8Array;
	};
}

type Start = (settings: {
	readonly locateFile: () => string;
	readonly preRun: (program: Qpdf) => void;
}) => Promise<Qpdf>;

/**
 * Puts a file in the order in which a reader wants it that shows the first page before it has the rest (ISO 32000-1,
 * annex F). Nothing else changes but the second half of the file's identifier, which follows from its content.
 * @throws Error where the file is no sound PDF
 */
export async function linearize(bytes: Uint8Array): Promise<Uint8Array> {
	const program = createRequire(import.meta.url).resolve('@neslinesli93/qpdf-wasm/dist/qpdf.wasm');
	const said: number[] = [];
	const say = (code: number) => void said.push(code);
	// A new one each time: what was read stays in its memory.
	const qpdf = await (startQpdf as unknown as Start)({
		locateFile: () => program,
		preRun: ({ FS }) => FS.init(null, say, say),
	});
	qpdf.FS.writeFile('/in.pdf', bytes);
	// PDF/A asks for a line end after every stream's last byte (ISO 19005-2, 6.1.7.1).
	const layout = ['--object-streams=preserve', '--newline-before-endstream'];
	const options = ['--linearize', ...layout, '--deterministic-id'];
	const code = qpdf.callMain(['/in.pdf', ...options, '/out.pdf']);
	if (code !== 0) throw new Error(`The file cannot be linearized: ${Buffer.from(said).toString().trim()}`);
	return qpdf.FS.readFile('/out.pdf');
}
