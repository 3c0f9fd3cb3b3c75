package dev.tributary.attribution.promocode;

import static org.assertj.core.api.Assertions.assertThat;

import db.attribution.KeysOfEarlierCodes;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Codes that were made while separators still told codes apart. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class EarlierKeysTest {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  private final Database database;
  private final PromoCodeStore store = new PromoCodeStore();
  private final PromoCodes codes;

  EarlierKeysTest(TestDatabases kind) {
    database = kind.open("db/log", "db/attribution");
    codes = new PromoCodes(database);
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void an_earlier_code_with_separators_is_found_in_every_spelling() {
    String workspace = TestAttribution.newWorkspace();
    insertEarlier(workspace, "first", "EMILY-10", 0);

    migrate();

    for (String typed : List.of("EMILY-10", "emily10", "Emily_10")) {
      assertThat(found(workspace, typed)).containsExactly("first");
    }
    assertThat(skeletonOf(workspace, "first")).isEqualTo(Skeleton.of("emily10"));
  }

  @Test
  void two_earlier_codes_of_one_key_are_both_found_by_what_was_typed_before() {
    String workspace = TestAttribution.newWorkspace();
    insertEarlier(workspace, "dashed", "EMILY-10", 0);
    insertEarlier(workspace, "plain", "EMILY10", 1);

    migrate();

    assertThat(found(workspace, "emily-10")).containsExactly("dashed");
    assertThat(found(workspace, "EMILY10")).containsExactly("plain");
    assertThat(found(workspace, "Emily 10")).containsExactly("plain");
    assertThat(found(workspace, "EMILY_10")).containsExactly("plain");
  }

  @Test
  void of_two_earlier_codes_with_separators_other_spellings_find_the_one_made_first() {
    String workspace = TestAttribution.newWorkspace();
    insertEarlier(workspace, "second", "EMILY_10", 2);
    insertEarlier(workspace, "first", "EMILY-10", 1);

    migrate();

    assertThat(found(workspace, "EMILY10")).containsExactly("first");
    assertThat(found(workspace, "EMILY-10")).containsExactly("first");
    assertThat(found(workspace, "EMILY_10")).containsExactly("second");
  }

  @Test
  void an_earlier_code_of_nothing_but_separators_is_still_found() {
    String workspace = TestAttribution.newWorkspace();
    insertEarlier(workspace, "dashes", "---", 0);

    migrate();

    assertThat(found(workspace, "---")).containsExactly("dashes");
    assertThat(found(workspace, "--")).isEmpty();
  }

  @Test
  void codes_of_two_shops_and_workspaces_are_in_nobodys_way() {
    String workspace = TestAttribution.newWorkspace();
    String other = TestAttribution.newWorkspace();
    insertEarlier(workspace, "one", "EMILY-10", 0);
    insertEarlier(other, "two", "EMILY_10", 0);

    migrate();

    assertThat(found(workspace, "EMILY10")).containsExactly("one");
    assertThat(found(other, "EMILY10")).containsExactly("two");
  }

  private List<String> found(String workspace, String typed) {
    return codes.typed(workspace, "main", typed).codes().stream().map(PromoCode::codeId).toList();
  }

  private String skeletonOf(String workspace, String codeId) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select code_skeleton from promo_code
                    where workspace = :workspace and code_id = :codeId""")
                .bind("workspace", workspace)
                .bind("codeId", codeId)
                .mapTo(String.class)
                .one());
  }

  private void insertEarlier(String workspace, String codeId, String code, int second) {
    NewPromoCode creation =
        new NewPromoCode(
            codeId,
            code,
            CodeKey.spelled(code),
            "main",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            CodeEnforcement.SHOP,
            CodeCredit.DEFAULT,
            CodeTerms.NONE);
    StoredPromoCode stored =
        new StoredPromoCode(
            creation.created(FIRST.plusSeconds(second)),
            creation,
            NewPromoCode.shard(workspace, codeId),
            1);
    database.write(
        handle -> {
          store.insert(handle, workspace, List.of(stored));
          new CodeOwnerStore().insertNewest(handle, workspace, List.of(stored));
          return codeId;
        });
  }

  private void migrate() {
    database.write(EarlierKeysTest::migrated);
  }

  private static boolean migrated(Handle handle) {
    try {
      new KeysOfEarlierCodes().migrate(new OnConnection(handle.getConnection()));
      return true;
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private record OnConnection(Connection connection) implements Context {
    @Override
    public Configuration getConfiguration() {
      return new FluentConfiguration();
    }

    @Override
    public Connection getConnection() {
      return connection;
    }
  }
}
