package dev.tributary.runtime.server;

import java.util.Locale;

/** What a credential may be used for. */
public enum Scope {
  /** Read what the workspace holds. */
  READ,
  /** Record and change what the workspace holds. */
  WRITE,
  /** Follow a service's feed, which spans all workspaces. */
  FEED;

  /** Name in key files and in errors, for example "feed". */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
