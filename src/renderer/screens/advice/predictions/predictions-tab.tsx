/** How good the predictions are. */
export function PredictionsTab() {
  return null;
}
