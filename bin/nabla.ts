/** The command line: `npm run -s nabla -- <command>`. `grade`, `equal` and `check` need no database. */
import { createInterface } from 'node:readline';

const USAGE = `nabla <command>

  grade --exam exams/<slug>   grade answers, JSON lines {"id", "part", "answer"} on standard input
  grade --part part.yaml      the same against one part given as a file
  grade                       the same, each line with its own "spec" (a part as JSON)
  equal                       compare formulas, JSON lines {"id", "reference", "answer", "symbols"?}
  check exams/<slug>          validate an exam, run its tests, grade its references, look for slips
  check … --strict            the same; warnings count as errors
  grade, check … --seeds N    the same under N seeds; fails where a grade depends on the seed
  exam upload|list|publish|changes … --course <slug>   the exams of a course; "exam" alone says more
  receipt verify <file>       whether a receipt is of this server, and still valid
  course create|edit|archive|list …                    courses; "course" alone says more
  person add|list|deactivate|reset|invite …            people and their accounts; "person" alone says more
  mail test|list …                                     whether mail is sent; "mail" alone says more
  roster import --course <slug> file.csv [--preview]   put the people of a list into a course
  sitting list|create|edit|check|start|scripts|release … --course <slug>   the sittings of a course; "sitting" alone says more
  notice announce|correct|list|answer … --sitting <id> --course <slug>   what is told and asked in it
  attempt late|accept|leave|hand-in|reopen|withdraw|restore … --by <e-mail>   what staff decide; "attempt" alone says more
  accommodation set <e-mail> … --course <slug> --reason …   more time for some students
  demo lock                   take the known password from the demo people
  backup <folder>             write everything of the database into a new folder
  restore <folder>            read such a folder into an empty database
  user add --email … --name … [--course … --role …] [--admin]   add a person`;

const print = (line: string) => {
  process.stdout.write(`${line}\n`);
};

/** Commands load on demand, so that each starts as fast as it can. */
async function run(command: string | undefined, args: string[]): Promise<number> {
  switch (command) {
    case 'grade':
      return (await import('./commands/grade')).grade(args, input(), print);
    case 'equal':
      if (args.length > 0) return misused(`equal takes no arguments, not "${args.join(' ')}".`);
      return (await import('./commands/equal')).equal(input(), print);
    case 'check':
      return (await import('./commands/check')).check(args, print);
    case 'user':
      return (await import('./commands/user')).run(args);
    case 'exam':
      return (await import('./commands/exam')).run(args);
    case 'receipt':
      return (await import('./commands/receipt')).run(args);
    case 'course':
      return (await import('./commands/course')).run(args);
    case 'person':
      return (await import('./commands/person')).run(args);
    case 'mail':
      return (await import('./commands/mail')).run(args);
    case 'roster':
      return (await import('./commands/roster')).run(args);
    case 'sitting':
      return (await import('./commands/sitting')).run(args);
    case 'notice':
      return (await import('./commands/notice')).run(args);
    case 'attempt':
      return (await import('./commands/attempt')).run(args);
    case 'accommodation':
      return (await import('./commands/accommodation')).run(args);
    case 'demo':
      return (await import('./commands/demo')).run(args);
    case 'backup':
      return (await import('./commands/backup')).backup(args);
    case 'restore':
      return (await import('./commands/restore')).restore(args);
    case 'help':
    case '--help':
      print(USAGE);
      return 0;
    default:
      return misused(command ? `There is no command "${command}".` : '');
  }
}

function misused(problem: string): number {
  // The help of all commands is so long that what is wrong would scroll away.
  process.stderr.write(`${problem ? `nabla: ${problem} "nabla help" shows all.` : USAGE}\n`);
  return 2;
}

/** Opened with the first line that is asked for: a reader that is open earlier drops what comes. */
async function* input(): AsyncGenerator<string> {
  yield* createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
}

// A reader that closes early, as `head` does, is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv[2], process.argv.slice(3));
