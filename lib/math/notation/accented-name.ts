/** `\hat y` is also typed `yhat` and `y_hat`. */
export function accentedName(
  form: string,
): { letter: string; accent: string; word: string } | null {
  const [, accent, braced, bare] =
    /^\\(hat|bar|tilde|vec|dot|ddot)\s*(?:\{\s*\\?([A-Za-z]+)\s*\}|\s\\?([A-Za-z]+))$/.exec(form) ??
    [];
  const letter = braced ?? bare;
  return accent && letter ? { letter, accent, word: letter + accent } : null;
}
