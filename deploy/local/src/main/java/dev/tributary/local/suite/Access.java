package dev.tributary.local.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who may call the suite.
 *
 * @param apiKeys file of API keys; without it anybody on this machine may, as workspace default
 * @param feedKey key of scope feed for the services that follow others; wanted with API keys
 */
public record Access(Optional<Path> apiKeys, Optional<String> feedKey) {
  /** Anybody on this machine. */
  public static Access open() {
    return new Access(Optional.empty(), Optional.empty());
  }

  /** Settings of a service that is only called. */
  List<String> ofCalled() {
    return apiKeys.map(file -> "--api-keys=" + file).stream().toList();
  }

  /** Settings of a service that follows others. */
  List<String> ofFollower() {
    List<String> settings = new ArrayList<>(ofCalled());
    feedKey.ifPresent(key -> settings.add("--feed-key=" + key));
    return settings;
  }
}
