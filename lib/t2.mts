import { layOut } from '@/lib/math/notation/layout';
import { tokenize } from '@/lib/math/notation/tokens';

const f = Object.assign((w: string) => [{ text: w, isName: false }], { isProduct: () => false });
console.log(JSON.stringify(layOut(tokenize('W^{(2)\\top}d', false), f as any), null, 0));
