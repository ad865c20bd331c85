/** What a column can say of somebody. */
export const FIELDS = ['email', 'number', 'familyName', 'givenName', 'name', 'login'] as const;
export type Field = (typeof FIELDS)[number];

/**
 * The heads of columns as systems write them, in lower case, without accents and signs: Moodle in German,
 * English and Czech, Canvas, TUMonline and HISinOne, Artemis, Gradescope, IS MU, and plain lists.
 */
const HEADS: Readonly<Record<Field, readonly string[]>> = {
  email: words(`email emailaddress emailadresse mail mailadresse studentemail emailderstudierenden
    emailovaadresa adresaelektronickeposty eposta emailaddr emailuniversity primaryemail`),
  number:
    words(`registrationnumber registrationnumberofstudent matrikelnummer matrikel matrikelnr matnr
    matriculationnumber matriculationno matriculation mtknr idnumber idnummer studentid studentnumber
    studentennummer sid sisuserid sisid uco osobnicislo cislostudenta identifikacnicislo idcislo
    studentidnumber personalnumber`),
  familyName: words(`familyname familynameofstudent lastname surname nachname familienname zuname
    prijmeni namenachname last`),
  givenName: words(`firstname firstnameofstudent givenname forename vorname vornamen rufname jmeno
    krestnijmeno first`),
  name: words(`name fullname student studentname vollername vollstandigername namevollstandig
    celejmeno jmenoaprijmeni prijmeniajmeno nameundvorname teilnehmer teilnehmerin`),
  login: words(`login username userid uid sisloginid benutzername kennung tumkennung unikennung
    uzivatelskejmeno prihlasovacijmeno xlogin`),
};

function words(text: string): string[] {
  return text.split(/\s+/);
}

/** What each column says by its head; null for what nobody needs. Each field is taken once, by the first. */
export function columnsOf(heads: readonly string[]): (Field | null)[] {
  const taken = new Set<Field>();
  const columns = heads.map((head) => {
    const key = plain(head);
    const field = FIELDS.find((each) => HEADS[each].includes(key)) ?? null;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
  // In Czech "Jméno" beside "Příjmení" is the given name; by itself it is all of it.
  return columns.map((field) =>
    field === 'givenName' && !taken.has('familyName') && !taken.has('name') ? 'name' : field,
  );
}

function plain(head: string): string {
  return head
    .toLowerCase()
    .normalize('NFD')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]/g, '');
}

/** Whether columns are enough to tell people apart. */
export function tellsPeople(columns: readonly (Field | null)[]): boolean {
  return columns.some((field) => field === 'email' || field === 'number' || field === 'login');
}
