import { expect, test } from 'vitest';
import { groundDrawings } from '../../scripts/package/drawings.ts';
import { toXhtml } from '../../scripts/package/to-xhtml.ts';
import { section } from './section.ts';

function grounded(drawing: string): string {
	const tree = section(`<figure>${drawing}</figure>`);
	groundDrawings(tree);
	return toXhtml(tree.children);
}

test('a drawing stands on white paper of its own size', () => {
	expect(grounded('<svg viewBox="-5 0 20.5 10"><path d="M0 0"></path></svg>')).toContain(
		'<rect x="-5" y="0" width="20.5" height="10" fill="#ffffff" /><path',
	);
	expect(grounded('<svg viewBox="all"></svg>')).toContain(
		'<rect width="100%" height="100%" fill="#ffffff" />',
	);
});

test('text says its colour where a rule for `svg text` does not reach', () => {
	const drawing = grounded(
		'<svg viewBox="0 0 9 9"><g fill="#123456"><text>A <tspan>B</tspan> <tspan fill="red">C</tspan></text></g><text fill="blue">D</text><text>E</text></svg>',
	);
	expect(drawing).toContain(
		'<text><tspan fill="#123456">A </tspan><tspan fill="#123456">B</tspan> <tspan fill="red">C</tspan></text>',
	);
	expect(drawing).toContain('<tspan fill="blue">D</tspan>');
	expect(drawing).toContain('<tspan fill="#000000">E</tspan>');
});

test('no colour comes from outside', () => {
	const drawing = grounded(
		'<svg viewBox="0 0 9 9" fill="currentColor"><g color="teal"><path stroke="CurrentColor"></path><text fill="currentcolor">A</text></g><text fill="inherit">B</text></svg>',
	);
	expect(drawing).not.toMatch(/current/i);
	expect(drawing).toContain('<path stroke="teal" />');
	expect(drawing).toContain('<tspan fill="teal">A</tspan>');
	expect(drawing).toContain('<tspan fill="#000000">B</tspan>');
});
