package dev.tributary.attribution.link;

/**
 * UTM parameters as they came. An empty text means that the parameter is absent.
 *
 * @param source who sends the visitor
 * @param medium by what kind of channel
 * @param campaign in which campaign
 * @param term for which keyword
 * @param content by which piece of content
 * @param id id of the campaign
 */
public record UtmParameters(
    String source, String medium, String campaign, String term, String content, String id) {
  /** None at all. */
  public static final UtmParameters NONE = new UtmParameters("", "", "", "", "", "");

  /** Whether no parameter is present. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}
