package dev.tributary.ingestion.catalog;

import dev.tributary.runtime.testing.TestDatabases;

class CatalogPostgresTest extends CatalogTest {
  CatalogPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
