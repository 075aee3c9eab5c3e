const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** For text and attribute values of XML and HTML. */
export function escape(text: string): string {
	return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
