import { expect, test } from 'vitest';
import { rules } from '../../scripts/diagnostics/index.ts';

test.each(Object.entries(rules))('%s has a name that lasts and says what to do', (id, { severity, hint }) => {
	expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
	expect(['error', 'warning', 'info']).toContain(severity);
	expect(hint).toMatch(/^[A-Z].{15,}\.$/);
});
