// The merge screen takes a backup file over from «Восстановление»: it sets
// take when it is built in. Without it the button is not offered.
export const mergeHook: { take: ((file: File) => void) | null } = { take: null };
