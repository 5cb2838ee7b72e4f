import { expect, test } from 'vitest';
import { createProgress, silence } from '../../scripts/cli/progress.ts';

function record(terminal: boolean, color: boolean) {
	const written: string[] = [];
	return { written, progress: createProgress({ write: (text) => written.push(text), terminal, color }) };
}

test('off a terminal each stage is a plain line, and steps are silent', () => {
	const { written, progress } = record(false, true);
	progress.stage('reading');
	progress.step(1, 2);
	progress.stage('zh pages');
	progress.end();
	expect(written.join('')).toBe('reading\nzh pages\n');
});

test('on a terminal a bar grows in one line, which is cleared at the end', () => {
	const { written, progress } = record(true, false);
	progress.stage('zh pages');
	progress.step(0, 4);
	progress.step(1, 4);
	progress.step(4, 4);
	progress.end();
	const clear = '\r\u001b[K';
	expect(written).toEqual([
		`${clear}zh pages`,
		`${clear}${'─'.repeat(24)} 0/4 zh pages`,
		`${clear}${'━'.repeat(6)}${'─'.repeat(18)} 1/4 zh pages`,
		`${clear}${'━'.repeat(24)} 4/4 zh pages`,
		clear,
	]);
	expect(written.join('')).not.toContain('\n');
});

test('color comes only where it is wanted', () => {
	for (const color of [true, false]) {
		const { written, progress } = record(true, color);
		progress.step(1, 2);
		expect(written.join('').includes('\u001b[2m')).toBe(color);
	}
});

test('no steps at all break nothing', () => {
	const { written, progress } = record(true, false);
	progress.step(0, 0);
	expect(written.join('')).toContain('0/0');
});

test('silence says nothing', () => {
	expect([silence.stage('a'), silence.step(1, 2), silence.end()]).toEqual([undefined, undefined, undefined]);
});
