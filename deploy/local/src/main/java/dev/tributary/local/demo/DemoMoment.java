package dev.tributary.local.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * Which world a data directory holds. It is kept beside the data, so that a second demo on the same
 * directory sends the same events again instead of others under the same ids.
 *
 * @param seed of the world
 * @param scale of the world
 * @param now the moment the world was made for
 */
public record DemoMoment(long seed, double scale, Instant now) {
  private static final String FILE = "world.properties";

  /**
   * The world of a directory: the one it holds already, or the wanted one, which is then noted.
   * Empty when it holds one of another seed or scale.
   *
   * @throws UncheckedIOException if the note cannot be read or written
   */
  public static Optional<DemoMoment> of(Path directory, DemoMoment wanted) {
    Path file = directory.resolve(FILE);
    try {
      if (Files.exists(file)) {
        DemoMoment held = read(file);
        return held.seed == wanted.seed && held.scale == wanted.scale
            ? Optional.of(held)
            : Optional.empty();
      }
      Files.createDirectories(directory);
      wanted.write(file);
      return Optional.of(wanted);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static DemoMoment read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return new DemoMoment(
        Long.parseLong(properties.getProperty("seed")),
        Double.parseDouble(properties.getProperty("scale")),
        Instant.parse(properties.getProperty("now")));
  }

  private void write(Path file) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("seed", Long.toString(seed));
    properties.setProperty("scale", Double.toString(scale));
    properties.setProperty("now", now.toString());
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, "The demo's world in this directory");
    }
  }
}
