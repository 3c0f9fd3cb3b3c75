package dev.tributary.attribution.credit;

/** How credit is divided among the touches of a path. One row per model. */
public enum Model {
  /** Everything to the last touch. */
  LAST {
    @Override
    long[] weights(int touchCount) {
      long[] weights = new long[touchCount];
      weights[0] = 1;
      return weights;
    }
  };

  /**
   * Weight of each touch of a path.
   *
   * @param touchCount touches in the path, newest first, at least one
   * @return each zero or more, at least one above zero
   */
  abstract long[] weights(int touchCount);
}
