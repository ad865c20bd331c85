export const golden = [];
