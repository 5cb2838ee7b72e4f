/** A program of a calculator function (ISO 32000-1, 7.10.5): numbers, operators, and blocks. */
export type Program = readonly (string | number | Program)[];

/** What stands on the stack: logical values are kept apart from numbers by the operators themselves. */
type Stack = number[];

/** Reads a program in its outer braces; nothing where it is broken. */
export function readProgram(text: string): Program | undefined {
	const stack: (string | number | Program)[][] = [[]];
	for (const [word] of text.replace(/%[^\r\n]*/g, ' ').matchAll(/[{}]|[^\s{}]+/g)) {
		const inner = stack[stack.length - 1] ?? [];
		if (word === '{') stack.push([]);
		else if (word !== '}') inner.push(Number.isNaN(Number(word)) ? word : Number(word));
		else {
			const done = stack.pop();
			const outer = stack[stack.length - 1];
			if (!done || !outer) return undefined;
			outer.push(done);
		}
	}
	const [[program, ...rest] = []] = stack;
	return stack.length === 1 && Array.isArray(program) && rest.length === 0 ? program : undefined;
}

export function writeProgram(program: Program): string {
	const words = program.map((word) => {
		if (typeof word === 'object') return writeProgram(word);
		// No exponents (7.3.3).
		return typeof word === 'number' ? (String(word).includes('e') ? word.toFixed(9) : String(word)) : word;
	});
	return `{${words.join(' ')}}`;
}

/** Runs a program on a stack, which is changed. @throws where the program asks for what is not there */
export function run(program: Program, stack: Stack): void {
	for (let at = 0; at < program.length; at++) {
		const word = program[at];
		if (typeof word === 'number') stack.push(word);
		else if (typeof word === 'object') at = runBlock(program, at, stack);
		else if (word !== undefined) operate(word, stack);
	}
}

/** Blocks stand in front of the `if` or `ifelse` that chooses; gives the place of that. */
function runBlock(program: Program, at: number, stack: Stack): number {
	const [first, second, third] = program.slice(at, at + 3);
	if (second === 'if') {
		if (pop(stack) !== 0) run(first as Program, stack);
		return at + 1;
	}
	if (typeof second !== 'object' || third !== 'ifelse') throw new Error('A block is chosen by nothing.');
	run(pop(stack) === 0 ? second : (first as Program), stack);
	return at + 2;
}

const degrees = Math.PI / 180;

const unary: Readonly<Record<string, (a: number) => number>> = {
	abs: Math.abs,
	ceiling: Math.ceil,
	cos: (a) => Math.cos(a * degrees),
	cvi: Math.trunc,
	cvr: (a) => a,
	floor: Math.floor,
	ln: Math.log,
	log: Math.log10,
	neg: (a) => -a,
	not: (a) => (a === 0 || a === 1 ? 1 - a : ~a),
	round: Math.round,
	sin: (a) => Math.sin(a * degrees),
	sqrt: Math.sqrt,
	truncate: Math.trunc,
};

const binary: Readonly<Record<string, (a: number, b: number) => number>> = {
	add: (a, b) => a + b,
	and: (a, b) => a & b,
	atan: (a, b) => (Math.atan2(a, b) / degrees + 360) % 360,
	bitshift: (a, b) => (b < 0 ? a >> -b : a << b),
	div: (a, b) => a / b,
	eq: (a, b) => Number(a === b),
	exp: (a, b) => a ** b,
	ge: (a, b) => Number(a >= b),
	gt: (a, b) => Number(a > b),
	idiv: (a, b) => Math.trunc(a / b),
	le: (a, b) => Number(a <= b),
	lt: (a, b) => Number(a < b),
	mod: (a, b) => a % b,
	mul: (a, b) => a * b,
	ne: (a, b) => Number(a !== b),
	or: (a, b) => a | b,
	sub: (a, b) => a - b,
	xor: (a, b) => a ^ b,
};

function operate(word: string, stack: Stack): void {
	const one = unary[word];
	const two = binary[word];
	if (one) stack.push(one(pop(stack)));
	else if (two) {
		const b = pop(stack);
		stack.push(two(pop(stack), b));
	} else move(word, stack);
}

/** Operators that move what is there (7.10.5.1, table 42). */
function move(word: string, stack: Stack): void {
	switch (word) {
		case 'true':
		case 'false':
			stack.push(Number(word === 'true'));
			return;
		case 'pop':
			pop(stack);
			return;
		case 'dup':
			stack.push(peek(stack, 0));
			return;
		case 'exch':
			roll(stack, 2, 1);
			return;
		case 'index':
			stack.push(peek(stack, pop(stack)));
			return;
		case 'copy': {
			const count = pop(stack);
			if (count > stack.length || count < 0) throw new Error('Too little stands on the stack.');
			if (count > 0) stack.push(...stack.slice(-count));
			return;
		}
		case 'roll': {
			const by = pop(stack);
			roll(stack, pop(stack), by);
			return;
		}
		default:
			throw new Error(`No operator is called ${word}.`);
	}
}

function pop(stack: Stack): number {
	const value = stack.pop();
	if (value === undefined) throw new Error('Nothing stands on the stack.');
	return value;
}

function peek(stack: Stack, depth: number): number {
	const value = stack[stack.length - 1 - depth];
	if (value === undefined) throw new Error('Too little stands on the stack.');
	return value;
}

function roll(stack: Stack, count: number, by: number): void {
	if (count > stack.length || count < 0) throw new Error('Too little stands on the stack.');
	if (count === 0) return;
	const moved = stack.splice(stack.length - count);
	const turn = ((by % count) + count) % count;
	stack.push(...moved.slice(count - turn), ...moved.slice(0, count - turn));
}
