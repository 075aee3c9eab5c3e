/** Numbers that the text writes in words: 第二位, 四连冠, 首位, 双, 二十. */
const digits: Readonly<Record<string, number>> = {
	〇: 0,
	零: 0,
	一: 1,
	二: 2,
	两: 2,
	三: 3,
	四: 4,
	五: 5,
	六: 6,
	七: 7,
	八: 8,
	九: 9,
	首: 1,
	双: 2
};
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** The one number that the words say; nothing when they say none, or several. */
export function numberInWords(words: string): number | undefined {
	const [run, ...others] = words.match(/[首双]|[〇零一二两三四五六七八九十百千万]+/g) ?? [];
	if (run === undefined || others.length > 0) return undefined;
	let total = 0;
	let pending: number | undefined;
	for (const character of run) {
		const power = powers[character];
		if (power === undefined) {
			pending = digits[character];
		} else if (power === 10_000) {
			total = (total + (pending ?? 0)) * power;
			pending = undefined;
		} else {
			// 十 alone is ten: 十强, 十二.
			total += (pending ?? 1) * power;
			pending = undefined;
		}
	}
	return total + (pending ?? 0);
}
