export { AwaitingReview as Review } from '../awaiting-review';
