import { scanLine } from '@/lib/math/claims/scan-line';
import { Lexicon } from '@/lib/math/claims/lexicon/lexicon';
import { MOMENTUM_SYMBOLS, tableOf } from '@/lib/math/testing/tables';
const table = tableOf(MOMENTUM_SYMBOLS);
for (const l of process.argv.slice(2)) console.log(l, '\n  ', scanLine(l, table, new Lexicon()).map((p)=> p.kind==='formula'? '['+p.tokens.map(t=>t.text).join(' ')+']' : p.kind==='word'? p.text : '‹'+p.text+'›').join(' '));
