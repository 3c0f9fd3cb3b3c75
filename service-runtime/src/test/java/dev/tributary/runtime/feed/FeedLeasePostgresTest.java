package dev.tributary.runtime.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.testing.TestDatabases;
import org.junit.jupiter.api.Test;

class FeedLeasePostgresTest extends FeedLeaseTest {
  FeedLeasePostgresTest() {
    super(TestDatabases.POSTGRES);
  }

  @Test
  void a_holder_that_loses_its_database_goes_on_when_it_is_back() {
    Rival holder = start();
    await(holder.follower().reached(log().append(100)));
    for (int cut = 0; cut < 3; cut++) {
      cutConnections();
      await(holder.follower().reached(log().append(100)));
    }
    entries().requireExactly(log().head());
    assertThat(holder.follower().trouble()).isEmpty();
  }

  private void cutConnections() {
    database()
        .write(
            handle ->
                handle
                    .createQuery(
                        """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()""")
                    .mapTo(Boolean.class)
                    .list());
  }
}
