import { rooms } from './import-table';

/** The table of rooms for the documents, markdown. */
export function roomTable(): string {
  const rows = rooms.map(({ files, holds, imports, never = [], packages }) => {
    const from = imports.map(code).join(', ');
    const not = never.length > 0 ? `; not ${never.map(code).join(', ')}` : '';
    const npm = packages === 'any' ? 'any' : packages.map(code).join(', ') || 'none';
    return `| ${code(files)} | ${holds} | ${from}${not} | ${npm} |`;
  });
  return ['| room | holds | may import | packages |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

function code(text: string): string {
  return `\`${text}\``;
}
