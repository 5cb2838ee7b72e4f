/** What one source file does that the rules of the house speak of. */
export interface SourceFile {
	/** From scripts/, such as `compile/index.ts`. */
	readonly path: string;
	readonly text: string;
}

const stages = [
	'load',
	'compile',
	'pair',
	'fidelity',
	'translations',
	'history',
	'redline',
	'compose',
	'browser',
	'cache',
	'fonts',
	'paginate',
	'print',
	'inks',
	'package',
	'pictures',
	'check',
	'publish',
	'write',
	'preview',
	'watch',
];

/** Rooms that every stage may enter. */
const shared = ['model', 'diagnostics', 'pdf'];

/** Files that know the stages, and files that see the outside world. */
const conductors = [
	'pipeline.ts',
	'read-book.ts',
	'check-translations.ts',
	'check-drift.ts',
	'compose-edition.ts',
	'find-former.ts',
	'manage-translations.ts',
	'run-translations.ts',
	'translated-pieces.ts',
	'make-epubs.ts',
	'house-inks.ts',
	'make-press.ts',
	'print-options.ts',
	'make-pdf.ts',
	'redline-book.ts',
	'old-book.ts',
	'make-cover.ts',
	'ahead.ts',
	'list-outputs.ts',
	'diglot.ts',
	'session.ts',
	'run-build.ts',
	'watch-build.ts',
	'preview-book.ts',
	'bench/browser.ts',
	'bench/plain-html.ts',
];
const doors = ['diglot.ts', 'bench.ts', 'bench.mjs', 'setup.mjs', 'start.mjs'];

const longest = 260;

/** Packages that only some rooms may import. */
const reserved: Readonly<Record<string, readonly string[]>> = {
	'epub-gen-memory': ['package'],
	sharp: ['pictures', 'inks'],
	'@bwip-js': ['compose'],
	isbn3: ['compose'],
	'@neslinesli93/qpdf-wasm': ['print'],
	// The setup asks it whether its browser is there.
	puppeteer: ['browser', 'bench', 'setup.mjs'],
	'puppeteer-core': ['browser'],
};

const outside: readonly (readonly [name: string, pattern: RegExp])[] = [
	['Date.now', /\bDate\s*\.\s*now\b/],
	['new Date()', /\bnew\s+Date\b\s*(?:\(\s*\)|(?!\s*\())/],
	['Date()', /(?<!new\s+|[\w$.])Date\s*\(/],
	['process.env', /\bprocess\s*\.\s*env\b|\benv\b[^=;]*\}\s*=\s*process\b/],
	['process.exit', /\bprocess\s*\.\s*exit(?:Code)?\b/],
];

/** Every way in which a file breaks the rules of docs/architecture.md, as `path: what`. */
export function violations({ path, text }: SourceFile): readonly string[] {
	const code = withoutComments(text);
	const bare = withoutStrings(code);
	const found = [
		...importsOf(code).flatMap((one) => importFaults(path, one)),
		...outside.filter(([, pattern]) => !doors.includes(path) && pattern.test(bare)).map(([name]) => name),
		...(/^(?:export\s+)?(?:let|var)\s/m.test(bare) ? ['module-level let'] : []),
		...(lineCount(text) > longest ? [`${lineCount(text)} lines`] : []),
	];
	return found.map((what) => `${path}: ${what}`);
}

export interface Import {
	readonly from: string;
	readonly typesOnly: boolean;
}

const statement = /\b(import|export)\b(\s+type\b)?(?:[\w\s{},*$]*?\bfrom)?\s*(['"])((?:(?!\3).)+)\3/g;
const dynamic =
	/\b(?:import|require|import\s*\.\s*meta\s*\.\s*resolve|require\s*\.\s*resolve)\s*\(\s*(['"`])((?:(?!\1).)+)\1/g;

/** Every import of a file, static or dynamic; comments are taken out beforehand. */
export function importsOf(code: string): readonly Import[] {
	const all: Import[] = [];
	for (const [, , type, , from = ''] of code.matchAll(statement))
		all.push({ from, typesOnly: type !== undefined });
	for (const [, , from = ''] of code.matchAll(dynamic)) all.push({ from, typesOnly: false });
	return all;
}

function importFaults(path: string, one: Import): readonly string[] {
	const room = roomOf(path);
	const fault = one.from.startsWith('.')
		? roomFault(path, room, one.from)
		: packageFault(path, room, one.from);
	if (fault !== undefined) return [`imports ${fault}`];
	return room === 'model' && !one.typesOnly ? [`imports the value of ${one.from}`] : [];
}

function packageFault(path: string, room: string, from: string): string | undefined {
	const [name = from] = from.split('/');
	const owners = reserved[name];
	return owners && !owners.includes(room || path) ? name : undefined;
}

function roomFault(path: string, room: string, from: string): string | undefined {
	const target = resolve(path, from);
	const goal = roomOf(target);
	return goal === room || mayEnter(path, room, goal) ? undefined : goal || target;
}

function mayEnter(path: string, room: string, goal: string): boolean {
	if (room === 'model') return false;
	if (room === 'diagnostics') return goal === 'model';
	if (stages.includes(room)) return shared.includes(goal);
	return !stages.includes(goal) || conductors.includes(path);
}

/** The folder of scripts/ in which a file lies; empty at the top. */
function roomOf(path: string): string {
	return path.includes('/') ? (path.split('/')[0] ?? '') : '';
}

function resolve(path: string, from: string): string {
	const base = new URL(path, 'file:///scripts/');
	return new URL(from, base).pathname.replace('/scripts/', '');
}

function lineCount(text: string): number {
	return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** Strings, template texts, regular expressions and comments, each whole; what opens first wins. */
const token =
	/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|(?<=[(,=:[!&|?{};+]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+\/[a-z]*/g;

function withoutComments(text: string): string {
	return text.replace(token, (part) => (part.startsWith('//') || part.startsWith('/*') ? ' ' : part));
}

/** Leaves what stands in the holes of templates, for that is code. */
function withoutStrings(code: string): string {
	return code.replace(token, (part) => {
		if (!part.startsWith('`')) return "''";
		return [...part.matchAll(/\$\{([^}]*)\}/g)].map(([, hole]) => `(${hole})`).join(' ') || "''";
	});
}
