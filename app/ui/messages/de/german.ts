export const german: Record<string, unknown> = {}
