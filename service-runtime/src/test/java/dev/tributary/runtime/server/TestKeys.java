package dev.tributary.runtime.server;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keys of tests. They say what they open: "key-acme" everything in the workspace acme,
 * "key-acme/read,feed" only those scopes. Lives here because only this package makes {@link
 * ApiKeys}.
 */
public final class TestKeys {
  private static final Pattern KEY = Pattern.compile("key-([A-Za-z0-9._:-]{1,64})(?:/([a-z,]+))?");

  private TestKeys() {}

  /** Keys for every workspace there can be. */
  public static ApiKeys anyWorkspace() {
    return new ApiKeys(false, TestKeys::caller);
  }

  /** The key of a workspace; without scopes it has all of them. */
  public static String key(String workspace, Scope... scopes) {
    String labels = Arrays.stream(scopes).map(Scope::label).collect(Collectors.joining(","));
    return "key-" + workspace + (labels.isEmpty() ? "" : "/" + labels);
  }

  private static Optional<Caller> caller(String key) {
    Matcher matcher = KEY.matcher(key);
    return matcher.matches()
        ? Optional.of(new Caller(matcher.group(1), scopes(matcher.group(2))))
        : Optional.empty();
  }

  private static Set<Scope> scopes(String labels) {
    Set<Scope> scopes = EnumSet.allOf(Scope.class);
    if (labels != null) {
      scopes.removeIf(scope -> !Arrays.asList(labels.split(",")).contains(scope.label()));
    }
    return scopes;
  }
}
