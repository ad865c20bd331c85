import { strToU8, zipSync } from 'fflate';

const CIRCLE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="15"/></svg>';

/** An exam with a picture and two parts, as an author zips it: a choice and a formula, 2 points each. */
export function picturedZip(slug: string): Uint8Array {
  const source = `slug: ${slug}
title: Circles and slopes
language: en
minutes: 60
rules: Be fair.
assignments:
  - title: Circles
    parts:
      - id: a
        label: a
        points: 2
        kind: choice
        prompt: "Which is round? ![a circle](circle.svg)"
        options: { x: this, y: that }
        reference: [x]
        tests: [{ answer: { selected: [x] }, points: 2 }]
      - id: b
        label: b
        points: 2
        kind: formula
        prompt: "Differentiate $x^3$."
        symbols: { x: { latex: "x" } }
        fields: { slope: { label: "f'", reference: "3 x^2" } }
        tests: [{ answer: { fields: { slope: "3 x^2" } }, points: 2 }]
`;
  return zipSync({
    [`${slug}/exam.yaml`]: strToU8(source),
    [`${slug}/circle.svg`]: strToU8(CIRCLE),
  });
}

/** A roster as a campus system exports it: `students` people, named by their number. */
export function rosterOf(students: number): string {
  const rows = Array.from({ length: students }, (_, index) => {
    const number = String(index + 1).padStart(4, '0');
    return `Name${number};Given;0${number};student${number}@uni.example`;
  });
  return ['Nachname;Vorname;Matrikelnummer;E-Mail', ...rows].join('\n');
}
