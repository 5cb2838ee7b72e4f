import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const columns = Array.from({ length: 12 }, (_, index) => `第${index + 1}列`);

const text = `---
title: 难排的一篇与 Internationalization
---

长网址：<https://example.org/${'a-very-long-path/'.repeat(12)}>，长词：${'Donaudampfschifffahrt'.repeat(6)}。着重*强调四字*与 \`${'code'.repeat(40)}\`，<ruby>北京<rt>Běijīng</rt></ruby>。[^a]又见。[^a]

## 多语标题 Telecommunications 与超长的标题文字[^b]

| ${columns.join(' | ')} |
|${'---|'.repeat(12)}
| ${columns.map((name) => `${name}数值`).join(' | ')} |

| 名 | 说明[^c] |
|---|---|
| ${'Incomprehensibilities'.repeat(2)} | 短 |

\`\`\`
${'const value = compute(argument, another); '.repeat(6)}
\`\`\`

${Array.from({ length: 9 }, (_, depth) => `${'  '.repeat(depth)}- 第${depth + 1}层`).join('\n')}

${'> '.repeat(8)}引文之中又有引文

![两个方块，一个写着甲](bare.svg "没有底色的图")

[^a]: 脚注一。

[^b]: 标题里的脚注。

[^c]: 表格里的脚注。
`;

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80" width="200" height="80">
<rect x="10" y="10" width="60" height="60" fill="none" stroke="currentColor"/><text x="30" y="45">甲</text>
<text x="110" y="45" fill="currentColor">乙</text></svg>`;

/** Writes a book of all that is hard to set on a small screen into a folder, and gives the folder back. */
export async function hardBook(folder: string): Promise<string> {
	const files = {
		'book.yaml':
			'title: { zh: 难排的书 }\nslug: hard\ndate: 2024-01\nlanguages: [zh]\npublishers: [{ zh: 社 }]\ncontents: [hard]\n',
		'contributors.yaml': '{}\n',
		'hard.zh.md': text,
		'bare.svg': drawing,
	};
	for (const [path, content] of Object.entries(files)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), content);
	}
	return folder;
}
