export { AwaitingInput as Input } from '../awaiting-input';
