package dev.tributary.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.runtime.testing.TestDatabases;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class H2DatabaseTest extends DatabaseTest {
  H2DatabaseTest() {
    super(TestDatabases.H2);
  }

  @Test
  void a_write_inside_a_write_is_refused_instead_of_waiting_for_itself() {
    assertThatThrownBy(() -> database().write(outer -> database().write(inner -> 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("pass the handle on");
  }

  @Test
  void a_durable_read_waits_for_the_write_that_is_not_on_disk_yet() {
    var written = new CountDownLatch(1);
    var mayCommit = new CountDownLatch(1);
    CompletableFuture<Integer> write =
        CompletableFuture.supplyAsync(
            () ->
                database()
                    .write(
                        handle -> {
                          written.countDown();
                          await(mayCommit);
                          return handle.execute("insert into thing (id, amount) values ('a', 1)");
                        }));
    await(written);
    CompletableFuture<Integer> durable =
        CompletableFuture.supplyAsync(
            () ->
                database()
                    .readDurable(
                        handle ->
                            handle
                                .createQuery("select count(*) from thing")
                                .mapTo(int.class)
                                .one()));
    assertThat(count()).isZero();
    assertThat(durable).isNotDone();
    mayCommit.countDown();
    assertThat(write.join()).isEqualTo(1);
    assertThat(durable.join()).isEqualTo(1);
  }

  @Test
  void a_file_that_is_closed_underneath_is_a_fault_of_the_connection() {
    assertThatThrownBy(
            () ->
                database()
                    .read(
                        handle -> {
                          handle.execute("shutdown immediately");
                          return handle.execute("select 1");
                        }))
        .satisfies(fault -> assertThat(Dialect.isConnectionFault(fault)).isTrue());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException hurried) {
      throw new IllegalStateException(hurried);
    }
  }
}
