/** What a push service's answer means for a message, its subscription and its host. */
export type Answer =
	/** The service has it; whether a device shows it nobody tells. */
	| { kind: 'accepted'; status: number }
	/** The device is no longer subscribed: its row is deleted. */
	| { kind: 'gone'; status: number }
	/** Too much at once: later, and not before `seconds` where the service says so. */
	| { kind: 'wait'; status: number; seconds?: number }
	| { kind: 'tooLarge'; status: number }
	/** It takes our request or our key for wrong. That is our mistake or a changed key, never a reason to delete a reader. */
	| { kind: 'refused'; status: number; detail: string }
	/** No answer, or one that says the service has trouble itself. */
	| { kind: 'unreachable'; status?: number; reason: string }
	/** Nothing was sent: whoever wanted to send it took it back at the last moment (`SendOptions.ready`). */
	| { kind: 'withheld' };

export type Answered = Exclude<Answer, { kind: 'withheld' }>;

const longestWait = 24 * 60 * 60;

/**
 * @param host of the push service, with a port where it has one
 * @param retryAfter the header as it came: seconds or a date (RFC 9110 §10.2.3)
 * @param detail the beginning of the answer's body, for the operator's log
 */
export function answerOf(host: string, status: number, retryAfter: string | undefined, detail: string): Answered {
	if (status >= 200 && status < 300) return { kind: 'accepted', status };
	switch (status) {
		case 404:
		case 410:
			return { kind: 'gone', status };
		case 413:
			return { kind: 'tooLarge', status };
		case 408:
		case 429:
			return waiting(status, retryAfter);
		case 406:
			// Windows' way to say 429: https://github.com/microsoft/WindowsAppSDK/issues/3501
			return /(^|\.)notify\.windows\.com(:\d+)?$/.test(host)
				? waiting(status, retryAfter)
				: { kind: 'refused', status, detail };
	}
	if (status >= 400 && status < 500) return { kind: 'refused', status, detail };
	// Redirects are not followed: an address that was checked may not lead to one that was not.
	return { kind: 'unreachable', status, reason: `answered ${status}` };
}

function waiting(status: number, retryAfter: string | undefined): Answered {
	const seconds = secondsIn(retryAfter);
	return { kind: 'wait', status, ...(seconds === undefined ? {} : { seconds }) };
}

function secondsIn(retryAfter: string | undefined): number | undefined {
	if (retryAfter === undefined) return undefined;
	const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
	return Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 1), longestWait) : undefined;
}
