/** One line of JSON for each event. Numbers, update ids and hosts of push services; never an endpoint, address or reader. */
export type Logger = (
	level: 'info' | 'warning' | 'alarm',
	event: string,
	facts: Record<string, string | number>
) => void;

export const logLines: Logger = (level, event, facts) => {
	const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...facts });
	if (level === 'info') console.log(line);
	else console.error(line);
};
