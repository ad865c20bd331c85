'use client';

import { Table } from '@mantine/core';
import type { InputProps } from '@/lib/kinds/contract';
import { Tex } from '@/lib/ui/markdown';
import { spoken } from '@/lib/ui/spoken';
import type { ArrowsAnswer, ArrowsSpec } from './answer';
import { CoordinateCells } from './coordinate-cells';
import { drawArrow, placePoint, removeArrow, removePoint } from './edit';

/** The drawing as coordinates: everything it can do, by keyboard. */
export function ArrowsTable({
  spec,
  value,
  onChange,
  label,
  disabled,
}: InputProps<ArrowsSpec, ArrowsAnswer>) {
  const { points = {}, arrows = {} } = value;
  const latexOf = (id: string) => spec.symbols.find((symbol) => symbol.id === id)?.latex ?? id;
  const nameOf = (id: string) => spoken(latexOf(id));
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table aria-label={label} withTableBorder verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Point</Table.Th>
            <Table.Th>x</Table.Th>
            <Table.Th>y</Table.Th>
            <Table.Th>Arrow, to the right</Table.Th>
            <Table.Th>Arrow, up</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {spec.points.map((id) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Tex authored>{latexOf(id)}</Tex>
              </Table.Td>
              <CoordinateCells
                names={[`${nameOf(id)}, x`, `${nameOf(id)}, y`]}
                fields={[`${id}-x`, `${id}-y`]}
                value={points[id]}
                disabled={disabled}
                onChange={(at) => onChange(at ? placePoint(value, id, at) : removePoint(value, id))}
              />
              {spec.from.includes(id) ? (
                <CoordinateCells
                  names={[`Arrow at ${nameOf(id)}, to the right`, `Arrow at ${nameOf(id)}, up`]}
                  fields={[`${id}-right`, `${id}-up`]}
                  value={arrows[id]}
                  disabled={disabled || !points[id]}
                  onChange={(way) =>
                    onChange(way ? drawArrow(value, id, way) : removeArrow(value, id))
                  }
                />
              ) : (
                <Table.Td colSpan={2} />
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
