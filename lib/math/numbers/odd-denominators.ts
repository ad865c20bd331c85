/** Odd roots of negative numbers are real: the exponent is p/q with one of these q. */
export const ODD_DENOMINATORS = [3, 5, 7, 9, 11, 13, 15, 17, 19, 21];
