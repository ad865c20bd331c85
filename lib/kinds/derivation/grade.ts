export { gradeAwaiting as grade } from '../awaiting';
