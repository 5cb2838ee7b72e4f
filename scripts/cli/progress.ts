/** Tells on standard error how far the work is. */
export interface Progress {
	/** A new stage begins, such as `zh pages`. */
	readonly stage: (name: string) => void;
	readonly step: (done: number, all: number) => void;
	/** Clears what the bar left behind. */
	readonly end: () => void;
}

export interface ProgressOutput {
	readonly write: (text: string) => void;
	/** A person looks on: a line may be drawn over. */
	readonly terminal: boolean;
	readonly color: boolean;
}

const width = 24;

/** A bar on a terminal, a line for each stage otherwise. */
export function createProgress({ write, terminal, color }: ProgressOutput): Progress {
	let current = '';
	const draw = (done: number, all: number) => {
		const filled = Math.round((done / Math.max(1, all)) * width);
		const bar = `${'━'.repeat(filled)}${color ? '\u001b[2m' : ''}${'─'.repeat(width - filled)}${color ? '\u001b[0m' : ''}`;
		write(`\r\u001b[K${bar} ${done}/${all} ${current}`);
	};
	return {
		stage(name) {
			current = name;
			write(terminal ? `\r\u001b[K${name}` : `${name}\n`);
		},
		step(done, all) {
			if (terminal) draw(done, all);
		},
		end() {
			if (terminal) write('\r\u001b[K');
		},
	};
}

/** Says nothing. */
export const silence: Progress = { stage() {}, step() {}, end() {} };
